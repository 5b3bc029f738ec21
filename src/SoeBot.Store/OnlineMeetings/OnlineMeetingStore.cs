using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.OnlineMeetings;

/// <summary>What Teams tells of meetings by itself: the calendar entry, who came, who went.</summary>
public sealed class OnlineMeetingStore
{
    private readonly SoeDatabase _database;

    internal OnlineMeetingStore(SoeDatabase database) => _database = database;

    public Task LearnAsync(OnlineMeeting meeting, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var place = ConversationRow.Place(meeting.Conversation);
            var row = await db.OnlineMeetings.AsTracking().FirstOrDefaultAsync(one => one.Conversation == place, cancellation);
            if (row is null) db.OnlineMeetings.Add(row = new() { Conversation = place });
            (row.Title, row.Start, row.End, row.Organizer, row.At) = (meeting.Title, meeting.Start, meeting.End, meeting.Organizer, meeting.At);
        }, cancellation);

    public Task<OnlineMeeting?> FindAsync(string conversation, CancellationToken cancellation) =>
        _database.ReadAsync(async db => await db.OnlineMeetings.FirstOrDefaultAsync(row => row.Conversation == ConversationRow.Place(conversation), cancellation) is { } row
            ? new OnlineMeeting(row.Conversation, row.Title, row.Start, row.End, row.Organizer, row.At) : null, cancellation);

    /// <summary>Twice, late and out of order is the same as once and in order.</summary>
    public Task SeeAsync(string conversation, DateOnly day, IReadOnlyCollection<PersonKey> people, bool joined, DateTimeOffset at, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var place = ConversationRow.Place(conversation);
            var known = await db.Presences.AsTracking().Where(row => row.Conversation == place && row.Day == day && people.Contains(row.Person)).ToListAsync(cancellation);
            foreach (var person in people.Distinct())
            {
                var row = known.Find(one => one.Person == person);
                if (row is null) db.Presences.Add(row = new() { Conversation = place, Day = day, Person = person, FirstJoinedAt = at });
                row.See(at, joined);
            }
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);

    /// <summary>Everybody seen there that day, in the order in which they came.</summary>
    public Task<IReadOnlyList<Presence>> PresencesAsync(string conversation, DateOnly day, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Presence>>(async db =>
        {
            var place = ConversationRow.Place(conversation);
            var rows = await db.Presences.Where(row => row.Conversation == place && row.Day == day).OrderBy(row => row.FirstJoinedAt).ToListAsync(cancellation);
            return [.. rows.Select(row => row.ToPresence())];
        }, cancellation);
}
