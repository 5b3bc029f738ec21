namespace SoeBot.Risk;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class RiskVerbs
{
    /// <summary>Another page of the list, for the presser alone.</summary>
    public const string List = "top-ten.list";

    public const string Take = "top-ten.take";

    /// <summary>Opens the form for the chosen order.</summary>
    public const string Update = "top-ten.update";
    public const string Why = "top-ten.why";

    /// <summary>By planning or the lead, against the ranking and with a reason.</summary>
    public const string PutOn = "top-ten.put-on";
    public const string TakeOff = "top-ten.take-off";

    /// <summary>The ranking decides again.</summary>
    public const string Rank = "top-ten.rank";

    public const string Form = "risk.form";
    public const string Save = "risk.save";
    public const string NotMine = "risk.not-mine";
    /// <summary>To the person chosen after "Not my order".</summary>
    public const string Give = "risk.give";
    public const string Told = "risk.told";

    /// <summary>By the lead: a date earlier than the schedule can do is promised, or is not.</summary>
    public const string Promise = "risk.promise", NoPromise = "risk.no-promise";

    /// <summary>No button: how the audit names the question to the lead.</summary>
    public const string PromiseAsked = "risk.promise-asked";

    /// <summary>The customer could not be told.</summary>
    public const string CannotReach = "risk.cannot-reach";

    /// <summary>Other words for the customer.</summary>
    public const string ChangeText = "risk.change-text";

    /// <summary>The form comes again on the next working day.</summary>
    public const string RemindTomorrow = "risk.remind-tomorrow";

    /// <summary>"Yes" under a typed line as it was understood.</summary>
    public const string Yes = "risk.yes";
}
