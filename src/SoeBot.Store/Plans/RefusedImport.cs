namespace SoeBot.Store.Plans;

/// <summary>An import that was not taken; the plan before it stays in use.</summary>
public sealed record RefusedImport(string Source, string By, string Reasons, DateTimeOffset At);
