namespace SoeBot.Orders;

/// <summary>The buttons of this slice, as they stand on the wire. All but the first of another slice only read and answer with a personal view.</summary>
internal static class OrderVerbs
{
    public const string Show = "order.show";
    public const string Why = "order.why";

    public const string History = "order.history";

    /// <summary>The owner's form, which another slice draws.</summary>
    public const string Form = "order.form";

    /// <summary>Another slice's: the presser answers for the order from now on.</summary>
    public const string Take = "top-ten.take";

    /// <summary>Another slice's: planning or the lead decide against the ranking.</summary>
    public const string PutOn = "top-ten.put-on";
    public const string TakeOff = "top-ten.take-off";
    public const string Rank = "top-ten.rank";

    /// <summary>Another slice's: a form for a change of the order.</summary>
    public const string Change = "change.form";

    /// <summary>What somebody meant by a line that was not understood.</summary>
    public const string Guess = "order.guess";
}
