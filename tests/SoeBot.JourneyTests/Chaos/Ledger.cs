using System.Text.RegularExpressions;
using SoeBot.JourneyTests.Killing;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests.Chaos;

/// <param name="About">What its card is about: holds the word that tells it from all others.</param>
internal sealed record Entry(long Id, string Kind, string State, int Repeats, string About, string? ActivityId);

/// <summary>The outbox beside what stands at the service, when all is over.</summary>
internal sealed partial class Ledger
{
    private readonly IReadOnlyList<Entry> _entries;
    private readonly IReadOnlyList<FakeMessage> _messages;
    private readonly Dictionary<string, List<FakeMessage>> _byWord = new(StringComparer.Ordinal);

    private Ledger(IReadOnlyList<Entry> entries, IReadOnlyList<FakeMessage> messages)
    {
        (_entries, _messages) = (entries, messages);
        foreach (var message in messages)
            if (WordIn(message.PlainText) is { } word) (_byWord.TryGetValue(word, out var known) ? known : _byWord[word] = []).Add(message);
    }

    public int Count => _entries.Count;

    public int Unknown => _entries.Count(one => one.State == "Unknown");

    public int Repeated => _entries.Count(one => one.Repeats > 0);

    public static async Task<Ledger> ReadAsync(StoreRows rows, FakeTeams teams) => new(
        await rows.ReadAsync("SELECT id, kind, state, repeats, card_about, activity_id FROM outbox ORDER BY id",
            row => new Entry(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5))),
        teams.Messages);

    /// <summary>Each once, but for those whose fate is marked unknown: as their kind allows.</summary>
    public void EachStandsOnce(IEnumerable<string> words)
    {
        var byWord = _entries.Where(one => one.Kind != "Edit" && WordIn(one.About) is not null).ToLookup(one => WordIn(one.About)!, StringComparer.Ordinal);
        foreach (var word in words)
        {
            var entry = Assert.Single(byWord[word]);
            var stands = _byWord.GetValueOrDefault(word)?.Count ?? 0;
            var (least, most) = (entry.State, entry.Kind) switch
            {
                ("Sent", "Reminder") => (1, 1 + entry.Repeats),
                ("Sent", _) => (1, 1),
                ("Unknown", "Reminder") => (0, 1 + entry.Repeats),
                ("Unknown", _) => (0, 1),
                _ => (-1, -1),
            };
            Assert.True(stands >= least && stands <= most, $"{entry} stands {stands} times: {string.Join("; ", _byWord.GetValueOrDefault(word) ?? [])}");
            if (entry.State == "Sent") Assert.Contains(_byWord[word], message => message.Id == entry.ActivityId);
        }
        var known = _entries.Select(one => one.ActivityId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var strange = _messages.Where(message => WordIn(message.PlainText) is null && !known.Contains(message.Id)).ToList();
        Assert.True(strange.Count <= _entries.Count(one => WordIn(one.About) is null && one.Kind != "Edit" && (one.State == "Unknown" || one.Repeats > 0)), $"Nobody admits:\n{string.Join('\n', strange)}");
    }

    /// <summary>In the order in which they were asked for; where one is missing, its fate is unknown, which was seen above.</summary>
    public void OrderIsKept(string conversation, IReadOnlyList<string> words)
    {
        var there = words.Select(word => _byWord.GetValueOrDefault(word)?[0].Order).OfType<int>().ToList();
        Assert.True(there.SequenceEqual(there.Order()), $"Out of order in {conversation}: {string.Join(", ", words.Where(_byWord.ContainsKey).Zip(there))}");
    }

    /// <summary>A card that was edited says the last that it was told to, however many edits there were.</summary>
    public void LastVersionStands(IReadOnlyDictionary<string, string> versions)
    {
        foreach (var (word, version) in versions)
            if (_entries.Any(one => one.Kind != "Edit" && one.State == "Sent" && WordIn(one.About) == word)) Assert.Contains(_byWord[word], message => message.PlainText == version);
    }

    private static string? WordIn(string text) => Word().Match(text) is { Success: true } found ? found.Value : null;

    [GeneratedRegex("z[qr][a-z]{5}")]
    private static partial Regex Word();
}
