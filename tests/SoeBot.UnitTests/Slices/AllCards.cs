using SoeBot.Changes;
using SoeBot.Decisions;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Sop;
using SoeBot.Exceptions;
using SoeBot.Flags;
using SoeBot.Health;
using SoeBot.Help;
using SoeBot.LookAhead;
using SoeBot.Metrics;
using SoeBot.Minutes;
using SoeBot.Orders;
using SoeBot.Risk;
using SoeBot.Sop;
using SoeBot.Teams.Cards;
using SoeBot.UnitTests.Slices.Views;

namespace SoeBot.UnitTests.Slices;

/// <summary>Every card of the slices that people look at, in the states that matter, by name.</summary>
internal static class AllCards
{
    public static IReadOnlyDictionary<string, Card> ByName { get; } = new Dictionary<string, Card>
    {
        ["look-ahead"] = LookAheadCard.Draw(LookAheadViews.Full),
        ["look-ahead-six-weeks"] = LookAheadCard.Draw(LookAheadViews.SixWeeks),
        ["look-ahead-calm"] = LookAheadCard.Draw(LookAheadViews.Calm),
        ["look-ahead-schedule"] = LinesCard.Draw(LookAheadViews.Schedule),
        ["look-ahead-purchases"] = LinesCard.Draw(LookAheadViews.Purchases),
        ["look-ahead-nothing"] = LinesCard.Draw(LookAheadViews.Nothing),
        ["top-ten"] = TopTenCard.Draw(RiskViews.TopTen),
        ["top-ten-second-page"] = TopTenCard.Draw(RiskViews.SecondPage),
        ["top-ten-six"] = TopTenCard.Draw(RiskViews.Six),
        ["top-ten-none"] = TopTenCard.Draw(RiskViews.None),
        ["risk-form"] = RiskFormCard.Draw(RiskViews.Form),
        ["risk-form-refused"] = RiskFormCard.Draw(RiskViews.Refused),
        ["risk-receipt"] = RiskReceiptCard.Draw(RiskViews.Receipt),
        ["risk-receipt-told"] = RiskReceiptCard.Draw(RiskViews.Told),
        ["risk-read"] = RiskReadCard.Draw(RiskViews.Read),
        ["told"] = ToldCard.Draw(new("Sample plant", 28, [new("SO63216", "told Fri 10 Jan, promised Thu 16 Jan", "Clara Costa", true), new("SO63217", "told Mon 6 Jan, promised Tue 14 Jan", "Omar Haddad", false)], RiskViews.Data)),
        ["told-nobody"] = ToldCard.Draw(new("Sample plant", 28, [], RiskViews.Data)),
        ["tell-customer"] = TellCustomerCard.Draw(RiskViews.Tell),
        ["tell-customer-told"] = TellCustomerCard.Draw(RiskViews.Tell with { Told = "told Mon 6 Jan, promised Thu 16 Jan" }),
        ["exceptions"] = ExceptionsCard.Draw(ExceptionViews.Full),
        ["exceptions-seen"] = ExceptionsCard.Draw(ExceptionViews.Seen),
        ["exceptions-none"] = ExceptionsCard.Draw(ExceptionViews.None),
        ["exceptions-forty"] = ExceptionsCard.Draw(ExceptionViews.Forty),
        ["exceptions-page"] = ExceptionsCard.DrawPage(ExceptionViews.Full, ExceptionPage.Parse("LateSupply:10")!.Value),
        ["exceptions-repeats"] = ExceptionsCard.DrawPage(ExceptionViews.Full, ExceptionPage.Parse("repeats:0")!.Value),
        ["exceptions-by-week"] = WeeksCard.Draw(ExceptionViews.Full),
        ["flags"] = FlagsCard.Draw(FlagViews.Full, 0),
        ["flags-second-page"] = FlagsCard.Draw(FlagViews.Many, 8),
        ["flags-none"] = FlagsCard.Draw(FlagViews.None, 0),
        ["executive"] = ExecutiveCard.Draw(FlagViews.Full)!,
        ["metrics"] = FiguresCard.Draw(FigureViews.All, 0),
        ["metrics-second-page"] = FiguresCard.Draw(FigureViews.All, 5),
        ["metrics-none"] = FiguresCard.Draw(FigureViews.None, 0),
        ["metric"] = FiguresCard.DrawOne(FigureViews.All, FigureViews.Suppliers, 0),
        ["metric-costs-shared"] = FiguresCard.DrawOne(FigureViews.All, FigureViews.Costs, 0),
        ["numbers-contested"] = NumbersCard.Draw(NumberViews.Contested),
        ["numbers"] = NumbersCard.Draw(NumberViews.Amber),
        ["numbers-rebuild"] = NumbersCard.Draw(NumberViews.Rebuild),
        ["numbers-good"] = NumbersCard.Draw(NumberViews.Good),
        ["numbers-none"] = NumbersCard.Draw(NumberViews.None),
        ["order"] = OrderCard.Draw(OrderViews.AtRisk),
        ["order-no-owner"] = OrderCard.Draw(OrderViews.NoOwner),
        ["order-calm"] = OrderCard.Draw(OrderViews.Calm),
        ["order-shipped"] = OrderCard.Draw(OrderViews.Shipped),
        ["order-shared"] = OrderCard.DrawShared(OrderViews.Shared),
        ["order-why"] = OrderWhyCard.Draw(OrderViews.AtRisk),
        ["order-promisable"] = OrderCard.Draw(OrderViews.Promisable),
        ["order-why-promisable"] = OrderWhyCard.Draw(OrderViews.Promisable),
        ["order-why-calm"] = OrderWhyCard.Draw(OrderViews.Calm),
        ["order-split"] = OrderCard.Draw(OrderViews.Split),
        ["order-history"] = OrderHistoryCard.Draw(OrderViews.Split),
        ["order-unknown"] = ChoiceCard.DrawUnknown("sample", "Sample plant", "6321", ["SO63216", "SO63210"]),
        ["order-several"] = ChoiceCard.DrawSeveral("sample", "Sample plant", "216", ["SO63216", "SO64216"]),
        ["decision"] = DecisionCard.DrawReceipt(GivenDecisionView.Proposed),
        ["decision-for-its-owner"] = DecisionCard.DrawPersonal(GivenDecisionView.Proposed, new(IsOwner: true, MayDrop: false, MayCorrect: false)),
        ["decision-for-the-chair"] = DecisionCard.DrawPersonal(GivenDecisionView.Taken, new(IsOwner: false, MayDrop: true, MayCorrect: true)),
        ["decision-for-others"] = DecisionCard.DrawPersonal(GivenDecisionView.Taken, new(IsOwner: false, MayDrop: false, MayCorrect: false)),
        ["decision-shared"] = DecisionCard.DrawShared(GivenDecisionView.Proposed),
        ["decision-dialog"] = DecisionFormCard.DrawDialog(GivenDecisionView.Form, "It is marked as decided outside the meeting and posted in the plant's channel."),
        ["decision-dialog-refused"] = DecisionFormCard.DrawDialog(GivenDecisionView.Refused, "It is marked as decided outside the meeting and posted in the plant's channel."),
        ["minutes"] = MinutesCard.Draw(MinutesViews.Full),
        ["minutes-none"] = MinutesCard.Draw(MinutesViews.None),
        ["minutes-page"] = MinutesCard.DrawPage(MinutesViews.Full, 0),
        ["minutes-text"] = MinutesTextCard.Draw(MinutesViews.Full, 0),
        ["minutes-list"] = MinutesListCard.Draw(MinutesViews.List),
        ["minutes-list-none"] = MinutesListCard.Draw(MinutesViews.EmptyList),
        ["change-form"] = ChangeFormCard.Draw(ChangeViewsOf.Form),
        ["change-form-refused"] = ChangeFormCard.Draw(ChangeViewsOf.Refused),
        ["change-drafted"] = ChangeCard.DrawShared(ChangeViewsOf.Drafted),
        ["change-checked"] = ChangeCard.DrawShared(ChangeViewsOf.Checked),
        ["change-impossible"] = ChangeCard.DrawShared(ChangeViewsOf.Impossible),
        ["change-asked"] = ChangeCard.DrawShared(ChangeViewsOf.Frozen),
        ["change-for-its-asker"] = ChangeCard.DrawPersonal(ChangeViewsOf.Frozen, ChangeViewsOf.Asker, Standing.Nobody),
        ["change-approved"] = ChangeCard.DrawShared(ChangeViewsOf.Approved),
        ["change-news"] = ChangeCard.DrawNews(ChangeViewsOf.Approved),
        ["change-expired"] = ChangeCard.DrawNews(ChangeViewsOf.Expired),
        ["change-firm"] = ChangeCard.DrawShared(ChangeViewsOf.Firm),
        ["change-tied"] = ChangeCard.DrawShared(ChangeViewsOf.Tied),
        ["change-question"] = ChangeCard.DrawQuestion(ChangeViewsOf.Questioned)!,
        ["changes"] = ChangesCard.Draw(ChangeViewsOf.List),
        ["changes-none"] = ChangesCard.Draw(ChangeViewsOf.None),
        ["health"] = HealthCard.Draw(HealthViews.Meetings),
        ["health-last-page"] = HealthCard.Draw(HealthViews.LastPage),
        ["health-nothing"] = HealthCard.Draw(HealthViews.Nothing),
        ["health-level"] = MaturityCard.Draw(HealthViews.Level),
        ["week-note"] = WeekNoteCard.Draw(HealthViews.Note),
        ["week-note-calm"] = WeekNoteCard.Draw(HealthViews.Calm),
        ["week-note-no-meeting"] = WeekNoteCard.Draw(HealthViews.NoMeeting),
        ["sop-cycle"] = SopCycleCard.Draw(SopViews.Open),
        ["sop-cycle-late"] = SopCycleCard.Draw(SopViews.Late),
        ["sop-cycle-signed"] = SopCycleCard.Draw(SopViews.Signed),
        ["sop-cycle-not-begun"] = SopCycleCard.Draw(SopViews.NotBegun),
        ["sop-artifact"] = SopCycleCard.DrawOne(SopViews.Open, SopArtifactKind.ReconciliationPack),
        ["sop-artifact-no-owner"] = SopCycleCard.DrawOne(SopViews.Open, SopArtifactKind.SignedPlan),
        ["month-summary"] = MonthSummaryCard.Draw(SopViews.Draft),
        ["month-summary-sent"] = MonthSummaryCard.Draw(SopViews.Sent),
        ["month-summary-form"] = MonthSummaryCard.DrawForm(SopViews.Draft),
        ["sent-down"] = SentDownCard.Draw(SopViews.Topics),
        ["sent-down-none"] = SentDownCard.Draw(SopViews.NoTopics),
        ["commitments-of"] = CommitmentsCard.Draw(SopViews.Promised),
        ["commitments-of-unknown"] = CommitmentsCard.Draw(SopViews.Unknown),
        ["forecast-overrides"] = OverridesCard.Draw(SopViews.Overrides),
        ["forecast-overrides-not-told"] = OverridesCard.Draw(SopViews.NotTold),
        ["my"] = MyCard.Draw(HelpViews.Mine),
        ["my-nothing"] = MyCard.Draw(HelpViews.Nothing),
        ["help-planner"] = HelpCard.Draw(HelpViews.Planner),
        ["help-manager"] = HelpCard.Draw(HelpViews.Manager),
        ["help-no-role"] = HelpCard.Draw(HelpViews.NoRole),
    };
}
