using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Store.Plans;

/// <summary>The plan version that was frozen for a week.</summary>
/// <param name="By">Null when the calendar froze it.</param>
public sealed record Baseline(PlantWeek Week, int Version, PersonKey? By, DateTimeOffset At);
