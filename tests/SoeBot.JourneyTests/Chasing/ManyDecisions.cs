using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.JourneyTests.Killing;
using SoeBot.Store;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Chasing;

/// <summary>As many owners as decisions, all to be reminded at one instant: written through the store as a recorded decision writes them, since the clock of several processes cannot be moved.</summary>
internal sealed class ManyDecisions(StoreRows rows, FakeTeams teams) : IAsyncDisposable
{
    public static readonly PlantId Plant = new("works");

    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
        .AddSoeStore(new ConfigurationBuilder().AddInMemoryCollection(rows.Settings.ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value)).Build())
        .BuildServiceProvider();

    public IReadOnlyList<FakePerson> Owners { get; private set; } = [];

    public async Task RecordAsync(int count, DateOnly due, DateTimeOffset dueAt, CancellationToken ct)
    {
        Owners = [.. Enumerable.Range(1, count).Select(number => teams.Person($"Owner {number:0000}"))];
        var (decisions, people) = (_services.GetRequiredService<DecisionStore>(), _services.GetRequiredService<PeopleStore>());
        var made = dueAt.AddDays(-3);
        foreach (var owner in Owners)
        {
            var key = PersonKey.Of(owner.TenantId, owner.AadObjectId);
            await people.SeenAsync(key, owner.Name, owner.Mri, null, null, ct);
            var input = new NewDecision(new DecisionId(Guid.NewGuid()), Plant, $"{owner.Name} counts the stock", DecisionSubject.None, key, due, key, null, null);
            await decisions.RecordAsync(input, made, decision => new Effect
            {
                Occurrences = [new Occurrence(Plant, DecisionChase.Due, $"{decision.Name}@{due:yyyy-MM-dd}", dueAt)],
                Audit = [new(Plant, made, key, "decision.record", decision.Name)],
            }, ct);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
