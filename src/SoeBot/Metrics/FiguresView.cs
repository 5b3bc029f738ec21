using SoeBot.Cards;
using SoeBot.Domain.Metrics;

namespace SoeBot.Metrics;

/// <summary>What the pages of all numbers are drawn from.</summary>
/// <param name="Contests">Open ones of all numbers.</param>
/// <param name="WithMoney">Only one person of the plant sees it.</param>
internal sealed record FiguresView(string Plant, string PlantName, IReadOnlyList<Figure> Figures, IReadOnlyList<ContestLine> Contests, bool WithMoney, DataLine Data);

/// <summary>Somebody's doubt about a number, as people read it.</summary>
/// <param name="Number">As in <see cref="NumberNames"/>.</param>
/// <param name="Week">Number of the plant week it is about; null when that is the one shown.</param>
internal sealed record ContestLine(string Number, int? Week, string By, string Reason);
