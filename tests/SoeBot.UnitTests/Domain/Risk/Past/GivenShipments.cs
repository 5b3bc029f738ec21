using SoeBot.Domain.Risk;
using SoeBot.Domain.Risk.Past;

namespace SoeBot.UnitTests.Domain.Risk.Past;

/// <summary>
/// Ten thousand shipped lines over nine years as a distributor has them: 180 items, 70 suppliers and 43 destinations (a few of each are
/// most of the lines), four ship modes. Whether a line is late is drawn from a model that is known here: what supplier, destination, item,
/// mode and the lane of supplier and destination do to the odds, what the shipment has in common, and chance.
/// </summary>
internal sealed class GivenShipments
{
    private const int Lines = 10_000, Days = 3300, Items = 180, Suppliers = 70, Destinations = 43;
    private readonly Random _chance;
    private readonly double _strength;
    private readonly Dictionary<(int, int), double> _lanes = [];

    private GivenShipments(int seed, double strength) => (_chance, _strength) = (new Random(seed), strength);

    /// <param name="strength">Of all effects; 0 leaves chance alone.</param>
    public static IReadOnlyList<PastPromise> Of(int seed, double strength) => new GivenShipments(seed, strength).Make();

    private List<PastPromise> Make()
    {
        var (suppliers, destinations, items) = (Effects(Suppliers, 0.7), Effects(Destinations, 0.8), Effects(Items, 0.3));
        var made = Enumerable.Range(0, Items).Select(_ => Skewed(Suppliers)).ToArray();
        double[] modes = [0, -0.4 * _strength, 0.5 * _strength, 0.3 * _strength];
        var start = new DateOnly(2006, 5, 2);
        var lines = new List<PastPromise>(Lines);
        for (var order = 0; lines.Count < Lines; order++)
        {
            var (destination, first, mode) = (Skewed(Destinations), Skewed(Items), _chance.Next(4));
            var promised = start.AddDays((int)(Days * Math.Pow(_chance.NextDouble(), 0.7)));
            int? notice = _chance.NextDouble() < 0.55 ? 30 + _chance.Next(150) : null;
            var shipment = 0.8 * Normal();
            var count = _chance.NextDouble() < 0.5 ? 1 : 1 + _chance.Next(5);
            for (var line = 0; line < count; line++)
            {
                var item = line == 0 ? first : Skewed(Items);
                var supplier = made[first];
                var odds = Math.Exp(-2.75 + suppliers[supplier] + destinations[destination] + items[item] + modes[mode] + Lane(destination, supplier) + shipment);
                var done = _chance.NextDouble() < odds / (1 + odds)
                    ? promised.AddDays(1 + (int)(-25 * Math.Log(1 - _chance.NextDouble())))
                    : promised.AddDays(_chance.NextDouble() < 0.6 ? 0 : -_chance.Next(25));
                lines.Add(new PastPromise(
                    $"{order}/{line}", new LateTraits($"item {item}", null, $"supplier {supplier}", $"to {destination}", $"mode {mode}", null, notice),
                    promised.AddDays(-(notice ?? 28)), promised, done, $"{order}", notice is not null));
            }
        }
        return lines;
    }

    private double Lane(int destination, int supplier) =>
        _lanes.TryGetValue((destination, supplier), out var known) ? known : _lanes[(destination, supplier)] = 0.9 * _strength * Normal();

    private double[] Effects(int count, double spread) => [.. Enumerable.Range(0, count).Select(_ => spread * _strength * Normal())];
    private int Skewed(int count) => (int)(count * Math.Pow(_chance.NextDouble(), 2.5));
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
}
