using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.JourneyTests.Killing;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Chaos;

/// <summary>Reminders and edits, written into the store as a due occurrence writes them: the clock of several processes cannot be moved.</summary>
internal sealed class ChaosReminders : IAsyncDisposable
{
    private const int Tracked = 8, Versions = 5;
    private readonly StoreRows _rows;
    private readonly IReadOnlyList<FakePerson> _people;
    private readonly ServiceProvider _services;
    private readonly Dictionary<string, List<string>> _written = [];

    public ChaosReminders(StoreRows rows, IReadOnlyList<FakePerson> people)
    {
        (_rows, _people) = (rows, people);
        var settings = rows.Settings.ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSoeStore(configuration).BuildServiceProvider();
    }

    /// <summary>By the id of the person's chat, in the order in which they were written.</summary>
    public IReadOnlyDictionary<string, List<string>> Written => _written;

    /// <summary>The last that some of them must say in the end.</summary>
    public IReadOnlyDictionary<string, string> LastVersions => Enumerable.Range(0, Tracked).ToDictionary(Word, number => Version(number, Versions));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public async Task WriteAsync(int count, CancellationToken cancellation)
    {
        // Whoever is reminded was seen by the bot before, and with the first line it knows where the tenant is spoken to.
        await _rows.UntilEmptyAsync("SELECT 'nobody has written' WHERE NOT EXISTS (SELECT 1 FROM conversations)");
        for (var number = 0; number < count; number++)
        {
            var chat = _people[number % _people.Count].PersonalChatId;
            await AddAsync(number, MessageKind.Reminder, Word(number), "", cancellation);
            (_written.TryGetValue(chat, out var known) ? known : _written[chat] = []).Add(Word(number));
            if (number == Tracked) await EditAsync(cancellation);
        }
    }

    /// <summary>Once they stand: what they are about changes faster than a card may be edited.</summary>
    private async Task EditAsync(CancellationToken cancellation)
    {
        await _rows.UntilEmptyAsync($"SELECT key FROM outbox WHERE track_as LIKE 'chaos:%' AND state IN ('Pending', 'Sending')");
        for (var version = 1; version <= Versions; version++)
            for (var number = 0; number < Tracked; number++) await AddAsync(number, MessageKind.Edit, Version(number, version), $":{version}", cancellation);
    }

    private Task AddAsync(int number, MessageKind kind, string words, string mark, CancellationToken cancellation)
    {
        var person = _people[number % _people.Count];
        var track = number < Tracked ? $"chaos:{Word(number)}" : null;
        var message = new NewMessage
        {
            Plant = new PlantId("works"), Key = $"chaos:{Word(number)}{mark}", Kind = kind, Card = SayCard.Of(words), TrackAs = track, Chain = kind == MessageKind.Edit ? track : null,
            Target = new MessageTarget.Person(PersonKey.Of(person.TenantId, person.AadObjectId)),
        };
        return _services.GetRequiredService<OutboxStore>().AddAsync(new Effect { Messages = [message] }, cancellation);
    }

    private static string Word(int number) => Crowd.Word("zr", number);

    private static string Version(int number, int version) => $"{Word(number)} as of version {version}";
}
