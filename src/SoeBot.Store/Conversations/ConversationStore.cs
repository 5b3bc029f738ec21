using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Outbox;

namespace SoeBot.Store.Conversations;

/// <summary>Where the bot is, and which of these places is a plant's.</summary>
public sealed class ConversationStore
{
    private readonly SoeDatabase _database;

    internal ConversationStore(SoeDatabase database) => _database = database;

    /// <summary>
    /// An older sighting than the known one changes nothing; a new one of a removed conversation brings it back.
    /// One that tells nothing new is written at most once an hour, so that a lively conversation costs no writes.
    /// </summary>
    public async Task SeenAsync(SeenConversation seen, CancellationToken cancellation) =>
        await SeenAsync(seen, await FindAsync(seen.Tenant, seen.Id, cancellation), cancellation);

    /// <inheritdoc cref="SeenAsync(SeenConversation, CancellationToken)"/>
    /// <param name="seen">Now.</param>
    /// <param name="known">As it was just read; null when it is not known.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task SeenAsync(SeenConversation seen, SeenConversation? known, CancellationToken cancellation)
    {
        seen = seen with { Id = ConversationRow.Place(seen.Id) };
        if (known is not null && seen.At < known.At.AddHours(1) && TellsNothingNew(seen, known)) return;
        if (known is not null && TellsNothingNew(seen, known) && await SeenAgainAsync(seen, cancellation)) return;
        await _database.WriteAsync(async db =>
        {
            var row = await db.Conversations.AsTracking().FirstOrDefaultAsync(one => one.Tenant == seen.Tenant && one.Id == seen.Id, cancellation);
            if (row is null) db.Conversations.Add(row = new() { Tenant = seen.Tenant, Id = seen.Id });
            else if (seen.At < row.At) return;
            row.Use = seen.Use;
            row.ServiceUrl = seen.ServiceUrl;
            row.Name = seen.Name ?? row.Name;
            row.TeamId = seen.TeamId ?? row.TeamId;
            row.Person = seen.Person ?? row.Person;
            row.BotId = seen.BotId;
            row.At = seen.At;
            row.Removed = false;
        }, cancellation);
    }

    /// <summary>What is known of a place and of who speaks there.</summary>
    public Task<KnownSighting> KnownAsync(SeenConversation seen, PersonKey? person, CancellationToken cancellation) =>
        _database.ReadAsync(db => KnownSighting.OfAsync(db, seen.Tenant, seen.Id, person, seen.Person, cancellation), cancellation);

    /// <returns>False when it is not there any more, or was seen later.</returns>
    private async Task<bool> SeenAgainAsync(SeenConversation seen, CancellationToken cancellation) =>
        await _database.WriteAtOnceAsync(db => db.Conversations.Where(row => row.Tenant == seen.Tenant && row.Id == seen.Id && row.At <= seen.At && !row.Removed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.At, seen.At), cancellation), cancellation) > 0;

    public Task RemovedAsync(string tenant, string id, CancellationToken cancellation) =>
        _database.WriteAsync(db =>
        {
            var place = ConversationRow.Place(id);
            return db.Conversations.Where(row => row.Tenant == tenant && row.Id == place)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Removed, true), cancellation);
        }, cancellation);

    /// <summary>It is served from another address now.</summary>
    public Task MovedAsync(string tenant, string id, string serviceUrl, CancellationToken cancellation) =>
        _database.WriteAsync(db =>
        {
            var place = ConversationRow.Place(id);
            return db.Conversations.Where(row => row.Tenant == tenant && row.Id == place)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ServiceUrl, serviceUrl), cancellation);
        }, cancellation);

    /// <summary>Null when it was never seen, or the bot was removed from it.</summary>
    public Task<SeenConversation?> FindAsync(string tenant, string id, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var place = ConversationRow.Place(id);
            return (await db.Conversations.FirstOrDefaultAsync(row => row.Tenant == tenant && row.Id == place && !row.Removed, cancellation))?.ToSeen();
        }, cancellation);

    /// <summary>The place of this tenant that was heard of last: its service address serves for a chat that is yet to be made.</summary>
    public Task<SeenConversation?> NewestOfTenantAsync(string tenant, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
            (await db.Conversations.Where(row => row.Tenant == tenant && !row.Removed).OrderByDescending(row => row.At).FirstOrDefaultAsync(cancellation))?.ToSeen(), cancellation);

    /// <summary>A channel may be of several plants, a meeting's chat is of one. Messages that wait for the plant's channel can go out from now on.</summary>
    public async Task BindAsync(PlantId plant, string tenant, string id, ChannelUse use, CancellationToken cancellation)
    {
        await _database.WriteAsync(async db =>
        {
            var place = ConversationRow.Place(id);
            var row = await db.Bindings.AsTracking().FirstOrDefaultAsync(known => known.Plant == plant && known.Use == use, cancellation);
            if (row is null) db.Bindings.Add(row = new() { Plant = plant, Use = use, Tenant = tenant, Conversation = place });
            row.Tenant = tenant;
            row.Conversation = place;
            // What is started in a meeting's chat is that plant's: the first chat seen may have been taken for the first plant's.
            if (use == ChannelUse.Meeting) await db.Bindings.Where(other => other.Tenant == tenant && other.Conversation == place && other.Use == use && other.Plant != plant).ExecuteDeleteAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            if (use != ChannelUse.Week) return;
            await OutboxLanes.OpenAsync(db, plant, cancellation);
            await db.AnnounceAsync(messages: true, activities: false, cancellation);
        }, cancellation);
        _database.WakeSender();
    }

    /// <summary>Null until one is bound and seen, and while the bot is removed from it.</summary>
    public Task<SeenConversation?> OfPlantAsync(PlantId plant, ChannelUse use, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await (
            from binding in db.Bindings
            join conversation in db.Conversations on new { binding.Tenant, Id = binding.Conversation } equals new { conversation.Tenant, conversation.Id }
            where binding.Plant == plant && binding.Use == use && !conversation.Removed
            select conversation).FirstOrDefaultAsync(cancellation))?.ToSeen(), cancellation);

    public Task<IReadOnlyList<PlantId>> PlantsOfAsync(string tenant, string id, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PlantId>>(async db =>
        {
            var place = ConversationRow.Place(id);
            return await db.Bindings.Where(row => row.Tenant == tenant && row.Conversation == place)
                .Select(row => row.Plant).Distinct().OrderBy(plant => plant).ToListAsync(cancellation);
        }, cancellation);

    private static bool TellsNothingNew(SeenConversation seen, SeenConversation known) =>
        seen with { At = known.At, Name = seen.Name ?? known.Name, TeamId = seen.TeamId ?? known.TeamId, Person = seen.Person ?? known.Person } == known;
}
