using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Decisions;
using SoeBot.Store.Meetings;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <summary>Loads what the meeting's cards show, at the moment they are drawn.</summary>
internal sealed class MeetingCardSources(
    MeetingStore meetings, DecisionStore decisions, PeopleStore people, ConversationStore conversations, MeetingPeople present, PlantProfiles plants, PlantClock clock)
{
    public const string Ask = "meeting-ask";
    public const string Ended = "meeting-ended";
    public const string ParkForm = "park-form";
    public const string Yours = "decisions-of-meeting";

    public void Register(CardSources sources)
    {
        sources.Add(AgendaCard.Source, async (request, ct) => await FindAsync(request.About, ct) is { } meeting ? await AgendaAsync(meeting, ct) : null);
        sources.Add(MeetingCards.Commitments, CommitmentsAsync);
        sources.Add(MeetingCards.ReadBack, async (request, ct) => await ViewAsync(request, ct) is { } view ? DecisionListCards.DrawReadBack(view) : null);
        sources.Add(ParkForm, (request, _) => Task.FromResult<Card?>(MeetingForms.DrawPark(plants.Get(request.Plant), request.About)));
        sources.Add(Ask, AskAsync);
        sources.Add(Ended, async (request, ct) => await FindAsync(request.About, ct) is { State: MeetingState.Open } meeting ? MeetingForms.DrawEnded(plants.Get(request.Plant), meeting) : null);
        sources.Add(Yours, async (request, ct) => await ViewAsync(request, ct) is { } view ? DecisionListCards.DrawYours(view) : null);
        sources.AddAsk(Yours, async (request, ct) => await ViewAsync(request, ct) is { } view && view.Decisions.Where(decision => decision.IsOpen).ToList() is { Count: > 0 } open
            ? new PublicAsk($"{string.Join(", ", open.Select(decision => decision.Name))} of the meeting") : null);
    }

    public async Task<Card> AgendaAsync(Meeting meeting, CancellationToken ct)
    {
        var plant = plants.Get(meeting.Plant);
        var made = await decisions.OfMeetingAsync(meeting.Id, ct);
        var used = (int)((meeting.ClosedAt ?? clock.Now(plant.Id)) - meeting.StartedAt).TotalMinutes;
        return AgendaCard.Draw(new(
            plant.Id.Value, plant.Name, plant.Calendar.WeekOf(meeting.Day).Number, meeting, AgendaTemplate.Find(meeting.Template),
            await NameAsync(meeting.Chair, ct), made.Count, used, plant.MeetingMinutes, meeting.ClosedAt,
            meeting.State == MeetingState.Open ? await present.NowAsync(plant, meeting.Conversation, meeting.Day, ct) : OnlineView.Nothing, plant.Calendar));
    }

    /// <summary>About: the day, or "day|conversation" where it is known in which one it is held.</summary>
    private async Task<Card?> AskAsync(CardRequest request, CancellationToken ct)
    {
        if (await meetings.OpenAsync(request.Plant, ct) is not null) return null;
        var plant = plants.Get(request.Plant);
        var parts = request.About.Split('|', 2);
        var place = parts.Length > 1 ? parts[1] : (await conversations.OfPlantAsync(plant.Id, ChannelUse.Meeting, ct))?.Id;
        var view = place is null ? OnlineView.Nothing : await present.NowAsync(plant, place, plant.Calendar.DayOf(clock.Now(plant.Id)), ct);
        return MeetingForms.DrawAsk(plant, parts[0], view);
    }

    /// <summary>What the last meeting left behind, with what became of it (R98).</summary>
    private async Task<Card?> CommitmentsAsync(CardRequest request, CancellationToken ct)
    {
        var plant = plants.Get(request.Plant);
        var since = (await meetings.LastClosedAsync(request.Plant, ct))?.StartedAt ?? DateTimeOffset.MinValue;
        var list = await decisions.SinceAsync(request.Plant, since, ct);
        var meeting = await FindAsync(request.About, ct);
        // What this very meeting decides is for the read-back.
        list = [.. list.Where(decision => meeting is null || decision.Meeting != meeting.Id)];
        return DecisionListCards.DrawCommitments(new(plant, plant.Calendar.DayOf(clock.Now(plant.Id)), list, await NamesAsync(list, ct)));
    }

    /// <summary>About: meeting, or "meeting|person" for one person's part.</summary>
    private async Task<DecisionListView?> ViewAsync(CardRequest request, CancellationToken ct)
    {
        var parts = request.About.Split('|');
        if (await FindAsync(parts[0], ct) is not { } meeting) return null;
        var list = await decisions.OfMeetingAsync(meeting.Id, ct);
        if (parts.Length > 1 && PersonKey.Parse(parts[1]) is { } person) list = [.. list.Where(decision => decision.Owner == person)];
        var plant = plants.Get(meeting.Plant);
        return new(plant, plant.Calendar.DayOf(clock.Now(plant.Id)), list, await NamesAsync(list, ct));
    }

    private async Task<Meeting?> FindAsync(string about, CancellationToken ct) =>
        Guid.TryParse(about, out var id) ? await meetings.FindAsync(new MeetingId(id), ct) : null;

    private async Task<string> NameAsync(PersonKey person, CancellationToken ct) => (await people.FindAsync(person, ct))?.Name ?? "";

    private Task<IReadOnlyDictionary<PersonKey, Person>> NamesAsync(IEnumerable<Decision> list, CancellationToken ct) =>
        people.NamesAsync([.. list.Select(decision => decision.Owner).OfType<PersonKey>().Distinct()], ct);
}
