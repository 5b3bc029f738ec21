namespace SoeBot.Metrics;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class NumberVerbs
{
    /// <summary>Another card in place, for the presser alone.</summary>
    public const string Show = "numbers.show";

    /// <summary>A page of all numbers, or one of them; for the presser alone.</summary>
    public const string Page = "numbers.page";

    /// <summary>Somebody does not agree with a number.</summary>
    public const string Contest = "numbers.contest";

    /// <summary>The doubt is settled.</summary>
    public const string Resolve = "numbers.resolve";
}
