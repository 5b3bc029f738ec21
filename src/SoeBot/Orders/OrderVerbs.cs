namespace SoeBot.Orders;

/// <summary>The buttons of this slice, as they stand on the wire. All only read and answer with a personal view.</summary>
internal static class OrderVerbs
{
    public const string Show = "order.show";
    public const string Why = "order.why";

    /// <summary>The owner's form, which another slice draws.</summary>
    public const string Form = "order.form";

    /// <summary>What somebody meant by a line that was not understood.</summary>
    public const string Guess = "order.guess";
}
