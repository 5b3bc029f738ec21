namespace SoeBot.Words;

/// <summary>How people write order numbers: "63216", "SO63216", "SO26-2697". Decisions ("D-41") are none.</summary>
internal static class OrderNumber
{
    /// <summary>A piece of a pattern, without a group of its own.</summary>
    public const string Pattern = @"(?!d-?\d)[a-z]{0,4}(?:\d{1,4}-|-)?\d{3,12}";
}
