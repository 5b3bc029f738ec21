using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Chaos;

/// <summary>What is typed where, one line after another in each conversation. Each line has a word of its own, which its answer repeats.</summary>
internal sealed class Crowd(FakeTeams teams, Replicas replicas)
{
    private const int People = 56, AtATime = 12;
    private readonly List<(FakeConversation Place, FakePerson Writer)> _places =
    [
        .. Enumerable.Range(1, People).Select(number => teams.Person($"Person {number:00}")).Select(person => (teams.Personal(person), person)),
        (teams.Channel("S&OE").Thread("1795000000001"), teams.Person("Person 01")), (teams.Channel("Night shift").Thread("1795000000002"), teams.Person("Person 02")),
        (teams.GroupChat("Line 2", teams.Person("Person 03"), teams.Person("Person 04")), teams.Person("Person 03")),
        (teams.Meeting("Weekly execution", teams.Person("Person 05"), teams.Person("Person 06")), teams.Person("Person 05")),
    ];

    public IReadOnlyList<FakePerson> Everybody => [.. _places.Take(People).Select(one => one.Writer)];

    /// <summary>By word, in the order in which they were typed there.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Typed { get; private set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>So many lines, a third of them in three of the places.</summary>
    public async Task TypeAsync(int lines, CancellationToken cancellation)
    {
        var words = Enumerable.Range(0, lines).Select(number => Word("zq", number)).ToList();
        var byPlace = words.Index().GroupBy(one => _places[one.Index % 3 == 0 ? People + (one.Index / 3 % 3) : one.Index % _places.Count])
            .ToDictionary(place => place.Key, place => place.Select(one => one.Item).ToList());
        Typed = byPlace.ToDictionary(one => one.Key.Place.Id, one => (IReadOnlyList<string>)one.Value);
        await Parallel.ForEachAsync(byPlace, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, async (place, ct) =>
        {
            foreach (var word in place.Value) await TypeAsync(place.Key.Writer, place.Key.Place, word, ct);
        });
    }

    private async Task TypeAsync(FakePerson who, FakeConversation where, string line, CancellationToken cancellation)
    {
        var answer = await replicas.Any().PostMessageAsync(who, where, line, cancellation);
        while (!answer.IsAccepted)
        {
            // Nobody answered: Teams delivers the same again, to whoever is there then.
            await Task.Delay(100, cancellation);
            answer = await replicas.Any().DeliverAgainAsync(answer, cancellation);
        }
    }

    /// <summary>Letters only, and no word of any language, so that nothing else is read in it.</summary>
    public static string Word(string begin, int number)
    {
        var letters = new char[5];
        for (var at = letters.Length - 1; at >= 0; at--, number /= 26) letters[at] = (char)('a' + (number % 26));
        return begin + new string(letters);
    }
}
