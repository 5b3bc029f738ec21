using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests.Killing;

/// <summary>What must hold when the last process has settled, read from the store in SQL and from what stands in Teams.</summary>
internal sealed class Aftermath(FakeTeams teams, StoreRows rows)
{
    public async Task HoldAsync(KilledWeek week)
    {
        Assert.Equal(["1", "2", "3"], await rows.TextAsync("SELECT number FROM decisions ORDER BY number"));
        Assert.Equal(["1"], await rows.TextAsync("SELECT count(*) FROM meetings"));
        Assert.Equal(["3"], await rows.TextAsync("SELECT count(*) FROM audit WHERE what = 'decision.record'"));
        var outbox = await rows.OutboxAsync();
        OneLineForEachMessage(outbox);
        var known = outbox.Select(line => line.ActivityId).OfType<string>().ToHashSet(StringComparer.Ordinal);

        foreach (var place in (FakeConversation[])[week.Channel, week.Meeting])
            if (!outbox.Any(line => line.Key.StartsWith("minutes:", StringComparison.Ordinal) && line.State == "Unknown" && line.PlaceIn(teams) == place.Id)) Once(known, place, "Minutes: 3 decisions");
        foreach (var (owner, number) in ((FakePerson, int)[])[(week.Ravi, 1), (week.Petra, 2), (week.Clara, 3)])
        {
            Once(known, teams.Personal(owner), $"Due tomorrow: D-{number}");
            if (owner != week.Ravi) Once(known, teams.Personal(owner), $"Due today: D-{number}");
        }
        Assert.Single(teams.MessagesTo(week.Lea).Concat(teams.MessagesTo(week.Miguel)), message => First(message).Contains("D-2 was missed", StringComparison.Ordinal));
        Assert.DoesNotContain(teams.MessagesTo(week.Ravi), message => First(message).Contains("Due today", StringComparison.Ordinal));
    }

    /// <summary>Every message that stands in Teams is that of one line of the outbox; what is left over was sent by a process that died, and a line of that place says so.</summary>
    private void OneLineForEachMessage(IReadOnlyList<OutboxLine> outbox)
    {
        var posts = outbox.Where(line => line.Kind != "Edit").ToList();
        Assert.All(posts.Where(line => line.ActivityId is not null).GroupBy(line => line.ActivityId), lines => Assert.Single(lines));
        var known = posts.Select(line => line.ActivityId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var place in teams.Messages.Where(message => !known.Contains(message.Id)).GroupBy(message => Place(message.ConversationId)))
        {
            var admitted = posts.Where(line => line.PlaceIn(teams) == place.Key && (line.Repeats > 0 || line.State == "Unknown")).ToList();
            // One that was repeated and lost its sender once more may stand twice.
            Assert.True(place.Count() <= admitted.Sum(line => line.Repeats + (line.State == "Unknown" ? 1 : 0)), $"{place.Count()} messages are doubled in {place.Key}:\n{string.Join('\n', place)}\nbut the outbox admits:\n{string.Join('\n', admitted)}");
        }
    }

    private void Once(HashSet<string> known, FakeConversation where, string words)
    {
        var found = teams.MessagesIn(where).Where(message => First(message).Contains(words, StringComparison.Ordinal)).ToList();
        Assert.True(found.Count > 0, $"\"{words}\" never came to {where}.");
        var settled = found.Count(message => known.Contains(message.Id));
        Assert.True(settled <= 1, $"\"{words}\" stands {settled} times in {where}.");
    }

    /// <summary>As it was posted, before any edit.</summary>
    private static string First(FakeMessage message) => message.History.Count == 0 ? message.Activity.ToJsonString() : message.History[0].ToJsonString();

    private static string Place(string conversation) => conversation.Split(';')[0];
}
