using SoeBot.Commands;
using SoeBot.Decisions;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.UnitTests.Store;

namespace SoeBot.UnitTests.Slices;

/// <summary>The decisions' slice, put together over a real store as the app does it.</summary>
internal static class DecisionSliceUnderTest
{
    public static DecisionSlice Of(StoreUnderTest store, PlantProfiles plants, PlantClock clock, Rights rights, PersonFinder finder, TypedDates typed, Reminding reminding)
    {
        var owners = new OwnerReading(finder, rights);
        var dates = new MeetingDates(store.MeetingDates);
        var standIns = new StandIns(store.Absences);
        var drafts = new DraftDecision(plants, clock, dates, store.Meetings, store.Plans, store.AtRisk, finder, owners);
        var views = new DecisionViews(store.DecisionSight, plants, clock);
        var cards = new DecisionCards(store.Decisions, views, store.People, finder, owners, drafts, store.Meetings, plants, clock);
        var effects = new DecisionEffects(store.Outbox);
        var changes = new ChangeDecision(store.Decisions, store.Meetings, plants, rights, standIns, cards);
        var answers = new AnswerDecision(changes, plants, finder, owners, rights, cards, effects);
        var record = new RecordDecision(store.Decisions, store.Meetings, store.Plans, plants, drafts, new DecisionRoom(store.OnlineMeetings, standIns), finder, rights, cards, effects);
        var escalate = new EscalateDecision(changes, store.Decisions, store.Meetings, store.Plans, plants, rights, drafts, effects, new Deciding(store.DecisionRights, plants));
        return new DecisionSlice(
            record, answers, new ChairDecision(changes, store.Decisions, store.Meetings, plants, drafts, finder, cards, answers),
            new DecisionCommands(store.Decisions, store.Meetings, plants, finder, rights, standIns, typed, cards), cards, new ChaseDecisions(store.Decisions, store.People, rights, reminding),
            new FindDecision(store.Decisions, views, plants, clock), new RecordMessage(record, cards, plants, dates, clock, store.Meetings, store.Conversations, store.People),
            new WhoDecided(store.Decisions, store.Meetings, drafts, views, plants), new OfferClosing(store.Decisions, store.Plans, views, plants, changes, reminding), new Commitments(store.Decisions, store.Meetings, views, plants, clock),
            new AnswerEscalation(changes, escalate, store.Decisions, views, store.Plans, plants, clock, finder, store.People, rights, standIns, answers), new NamedCard(store.Decisions, views, plants, dates, clock), typed);
    }
}
