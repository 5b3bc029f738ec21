using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plants;

/// <summary>A small thing to remember, in the transaction of what it is about.</summary>
public sealed record PlantNote(PlantId Plant, string Name, string Value);
