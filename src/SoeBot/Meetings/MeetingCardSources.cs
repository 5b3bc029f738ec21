using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Decisions;
using SoeBot.Store.Meetings;
using SoeBot.Store.People;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;

namespace SoeBot.Meetings;

/// <summary>Loads what the meeting's cards show, at the moment they are drawn.</summary>
internal sealed class MeetingCardSources(
    MeetingStore meetings, DecisionStore decisions, PeopleStore people, PersonFinder finder, PlanStore plans, ConversationStore conversations,
    MeetingPeople present, MeetingOrders orders, PlantProfiles plants, MeetingDates dates, PlantClock clock)
{
    public const string Ask = "meeting-ask";
    public const string Ended = "meeting-ended";
    public const string ParkForm = "park-form";
    public const string Why = "meeting-why";
    public const string Chair = "meeting-chair";
    public const string Yours = "decisions-of-meeting";

    public void Register(CardSources sources)
    {
        sources.Add(AgendaCard.Source, async (request, ct) => await FindAsync(request.About, ct) is { } meeting ? await AgendaAsync(meeting, ct) : null);
        sources.Add(MeetingCards.ReadBack, async (request, ct) => await ViewAsync(request, ct) is { } view ? DecisionListCards.DrawReadBack(view) : null);
        sources.Add(ParkForm, (request, _) => Task.FromResult<Card?>(MeetingForms.DrawPark(plants.Get(request.Plant), request.About)));
        sources.Add(Why, async (request, ct) => request.About.Split('|', 3) is [var id, var verb, var subject] && await FindAsync(id, ct) is { State: MeetingState.Open } meeting
            ? MeetingForms.DrawWhy(plants.Get(request.Plant), meeting, verb, subject) : null);
        sources.Add(Chair, async (request, ct) => await FindAsync(request.About, ct) is { State: MeetingState.Open } meeting
            ? MeetingForms.DrawChair(plants.Get(request.Plant), meeting, await finder.LikelyAsync(request.Plant, ct), finder.HasDirectory) : null);
        sources.Add(Ask, AskAsync);
        sources.Add(Ended, async (request, ct) => await FindAsync(request.About, ct) is { State: MeetingState.Open } meeting ? MeetingForms.DrawEnded(plants.Get(request.Plant), meeting) : null);
        sources.Add(Yours, async (request, ct) => await ViewAsync(request, ct) is { } view ? DecisionListCards.DrawYours(view) : null);
        sources.AddAsk(Yours, async (request, ct) => await ViewAsync(request, ct) is { } view && view.Decisions.Where(decision => decision.IsOpen).ToList() is { Count: > 0 } open
            ? new PublicAsk($"{string.Join(", ", open.Select(decision => decision.Name))} of the meeting") : null);
    }

    public async Task<Card> AgendaAsync(Meeting meeting, CancellationToken ct)
    {
        var (plant, template) = (plants.Get(meeting.Plant), AgendaTemplate.Find(meeting.Template));
        var made = await decisions.OfMeetingAsync(meeting.Id, ct);
        var now = clock.Now(plant.Id);
        var online = meeting.State == MeetingState.Open ? await present.NowAsync(plant, meeting.Conversation, meeting.Day, meeting, template.NeedsFunctions, ct) : OnlineView.Nothing;
        var next = await dates.NextAsync(plant, now, ct);
        return AgendaCard.Draw(new(
            plant, MeetingTitles.Of(plants, plant), meeting, template, await NameAsync(meeting.Chair, ct), made.Count, [.. made.Where(decision => !decision.IsComplete && decision.IsOpen).Select(decision => decision.Name)],
            made.Select(decision => decision.Owner).OfType<PersonKey>().Distinct().Count(), now, online, template.NeedsFunctions ? await SalesAsync(plant, meeting, ct) : null, next));
    }

    /// <summary>Why sales has to come to the meeting that is open, or to the next one; null when it has not.</summary>
    /// <param name="meeting">Null before it was started.</param>
    public async Task<string?> SalesAsync(PlantProfile plant, Meeting? meeting, CancellationToken ct)
    {
        var until = await dates.NextAsync(plant, meeting?.EndsAt ?? clock.Now(plant.Id).AddHours(12), ct) ?? clock.Now(plant.Id).AddDays(7);
        return SalesReason.Of((await orders.LoadAsync(plant, meeting, ct)).OrderBy(one => one.Order.Rank).Select(one => (one.Order, one.Said)), plant.Calendar.DayOf(until))?.Because;
    }

    /// <summary>About: the day, or "day|conversation" where it is known in which one it is held.</summary>
    private async Task<Card?> AskAsync(CardRequest request, CancellationToken ct)
    {
        if (await meetings.OpenAsync(request.Plant, ct) is not null) return null;
        var plant = plants.Get(request.Plant);
        var now = clock.Now(plant.Id);
        var parts = request.About.Split('|', 2);
        var place = parts.Length > 1 ? parts[1] : (await conversations.OfPlantAsync(plant.Id, ChannelUse.Meeting, ct))?.Id;
        var online = await present.NowAsync(plant, place, plant.Calendar.DayOf(now), null, needsFunctions: true, ct);
        var version = await plans.CurrentAsync(plant.Id, ct);
        return MeetingForms.DrawAsk(new(plant, MeetingTitles.Of(plants, plant), parts[0], place ?? "", online, await SalesAsync(plant, null, ct), version is null ? null : DataLine.Moment(version.DataAt, plant.Calendar, now)));
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
