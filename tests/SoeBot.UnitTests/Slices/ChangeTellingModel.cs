using System.Globalization;
using CsCheck;
using SoeBot.Changes;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using Xunit;
using static SoeBot.UnitTests.Slices.GivenFactory;
using static SoeBot.UnitTests.Slices.SlicesUnderTest;

namespace SoeBot.UnitTests.Slices;

/// <summary>
/// The same machine with its store, its outbox and its calendar: random presses, imports, absences and expiries, each of which may die in
/// the middle and come again. Each end, and each decision taken back, is told to requester, planning, owners and the channel exactly once,
/// whoever caused it left out; and nothing holds but by the right that its zone asks. SOEBOT_CHANGES / 100 sequences.
/// </summary>
public sealed class ChangeTellingModel
{
    private static readonly int Sequences = Math.Max(20, (int.TryParse(Environment.GetEnvironmentVariable("SOEBOT_CHANGES"), out var wanted) ? wanted : 2_000) / 100);
    private static readonly string[] Presses =
    [
        Verbs.Send, Verbs.Approve, Verbs.ApproveIf, Verbs.Reject, Verbs.Ask, Verbs.Answer, Verbs.Give, Verbs.Agree, Verbs.Object, Verbs.NotConcerned, Verbs.Withdraw, Verbs.TakeBack, Verbs.TakeBack, Verbs.Urge,
    ];
    private static readonly string[] Tables = ["outbox", "audit", "occurrences"];
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private enum Happening { Press, Right, Undo, Import, Wait, WaitShortly, Absence }

    private sealed record Step(Happening What, int Verb, int Person, int Minutes, int Dies, bool Twice);

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Frequency((6, Gen.Const(Happening.Press)), (5, Gen.Const(Happening.Right)), (2, Gen.Const(Happening.Undo)), (1, Gen.Const(Happening.Import)), (1, Gen.Const(Happening.Wait)), (2, Gen.Const(Happening.WaitShortly)), (1, Gen.Const(Happening.Absence))),
        Gen.Int[0, 99], Gen.Int[0, 7], Gen.Int[1, 1500], Gen.Int[0, 9], Gen.Bool, (what, verb, person, minutes, dies, twice) => new Step(what, verb, person, minutes, dies, twice));

    [Fact]
    public async Task Each_end_is_told_once_through_the_store_whatever_dies_between()
    {
        await using var slices = await FactoryAsync();
        await slices.TypeAsync(Omar, "I take 63216");
        await slices.SentAsync();
        PersonKey[] people = [Sam, Miguel, Dana, Petra, Omar, Clara, Guest, Lea];
        var told = 0;
        await Gen.Select(Gen.Enum<Fence>(), Gen.Int[0, 4], Gen.Bool, AnyStep.Array[1, 12]).SampleAsync(async (zone, asker, isGone, steps) =>
            told += await new Sequence(slices, people, zone, people[asker], isGone).WalkAsync(steps), iter: Sequences, threads: 1);
        Assert.True(told > Sequences, $"Only {told} ends were told: the test proves little.");
    }

    private sealed class Sequence(SlicesUnderTest slices, PersonKey[] people, Fence zone, PersonKey asker, bool isGone)
    {
        // Who is to hear, by the name of the place in the outbox; kept from what people did, not from what was sent.
        private readonly List<string> _expected = [];
        private int _number;
        private DateOnly? _awayUntil;

        public async Task<int> WalkAsync(Step[] steps)
        {
            var plant = PlantOf();
            var reference = isGone ? "SO-GONE" : "SO63216";
            var id = new ChangeId(Guid.NewGuid());
            var drafted = await slices.Store.Changes.DraftAsync(new NewChange(id, Plant, new ChangeWhat(ChangeKind.Move, ChangeSubject.Order, reference) { To = Today.AddDays(3) }, asker), slices.Now,
                request => ChangeEffects.Drafted(plant, request, slices.Now, Verbs.Check), Stop);
            _number = drafted.Request.Number;
            var slot = slices.Now.AddDays(2);
            await slices.Store.Changes.ChangeAsync(id, request => (request.Check(new ChangeImpact { PlanVersion = 1, Zone = zone, FirstSlot = slot }, slices.Now), Effect.None), Stop);
            await PressAsync(asker, Verbs.Send, dies: 0, twice: false, oldCard: false);
            foreach (var step in steps) await StepAsync(step);
            slices.Wait(TimeSpan.FromDays(30));
            await CalendarAsync(dies: 0);
            Assert.False((await RequestAsync()).IsOpen);
            var rows = await slices.Store.AskAsync<string>(
                $"SELECT coalesce(group_concat(target, char(10)), '') AS \"Value\" FROM outbox WHERE card_source = 'change-news' AND key LIKE 'change:{id}:%'");
            Assert.Equal(_expected.Order(StringComparer.Ordinal), rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
            return _expected.Count;
        }

        private async Task StepAsync(Step step)
        {
            switch (step.What)
            {
                case Happening.Press:
                    await PressAsync(people[step.Person], Presses[step.Verb % Presses.Length], step.Dies, step.Twice, oldCard: step.Verb > 90);
                    break;
                case Happening.Right:
                    // Somebody who is asked presses what the card offers: by chance alone few would be decided.
                    await PressAsync(people[zone == Fence.Firm ? 3 + step.Person % 3 : 1 + step.Person % 2], zone == Fence.Firm ? step.Verb % 3 == 0 ? Verbs.Object : Verbs.Agree : Verbs.Approve, step.Dies, step.Twice, oldCard: false);
                    break;
                case Happening.Undo:
                    if ((await RequestAsync()).DecidedBy is { } decided) await PressAsync(decided, Verbs.TakeBack, step.Dies, step.Twice, oldCard: false);
                    break;
                case Happening.Import:
                    await slices.Store.Outbox.AddAsync(new Effect { Occurrences = [new(Plant, CompareChanges.Kind, $"v{_number}.{Guid.NewGuid():N}", slices.Now)] }, Stop);
                    await CalendarAsync(step.Dies);
                    break;
                case Happening.Wait:
                    slices.Wait(TimeSpan.FromMinutes(step.Minutes));
                    await CalendarAsync(step.Dies);
                    break;
                case Happening.WaitShortly:
                    slices.Wait(TimeSpan.FromMinutes(step.Minutes % 12));
                    break;
                default:
                    var today = PlantOf().Calendar.DayOf(slices.Now);
                    if (!(_awayUntil >= today))
                    {
                        _awayUntil = today.AddDays(1);
                        await slices.Store.Absences.EnterAsync([new(Guid.NewGuid(), Plant, Miguel, new DayRange(today, _awayUntil.Value), Dana, AbsenceScope.All, Miguel, GivesRights: true)], slices.Now, _ => Effect.None, Stop);
                    }
                    break;
            }
        }

        private async Task PressAsync(PersonKey by, string verb, int dies, bool twice, bool oldCard)
        {
            var before = await RequestAsync();
            var data = string.Create(CultureInfo.InvariantCulture, $$"""{"p":"sample","r":{{_number}},"v":{{before.Version - (oldCard ? 1 : 0)}},"in_reason":"LineStop","in_text":"x","in_why":"x","in_condition":"x","in_question":"x","in_answer":"x"}""");
            await DyingAsync(dies, async () => await slices.PressAsync(by, verb, data));
            await NoteAsync(before, by);
            if (!twice) return;
            before = await RequestAsync();
            await slices.PressAsync(by, verb, data);
            await NoteAsync(before, by);
        }

        /// <summary>What is due is worked, dies in the middle or before it is settled, and is worked again.</summary>
        private async Task CalendarAsync(int dies)
        {
            foreach (var kind in (string[])[ChangeEffects.HalfTime, ChangeEffects.Expiry, CompareChanges.Kind])
            {
                var before = await RequestAsync();
                if (dies > 0)
                {
                    await DyingAsync(dies, async () =>
                    {
                        foreach (var one in await slices.Store.Occurrences.ClaimDueAsync(Plant, kind, slices.Now, slices.Now, TimeSpan.FromMinutes(2), 10, Stop))
                            await slices.Registry.Occurrences.All[kind].Work(one, PlantOf(), slices.Now, Stop);
                    }, again: false);
                    slices.Wait(TimeSpan.FromMinutes(3));
                }
                await WorkAsync(slices, kind);
                await NoteAsync(before, null);
            }
        }

        /// <summary>The store refuses a row in the middle of the transaction, as when the process dies there; then it comes again.</summary>
        private async Task DyingAsync(int dies, Func<Task> act, bool again = true)
        {
            if (dies is > 0 and <= 3)
            {
                var table = Tables[dies - 1];
                await slices.Store.ExecuteAsync($"CREATE TRIGGER dies BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'dies here'); END");
                try
                {
                    await act();
                }
                catch (Exception died) when (died.ToString().Contains("dies here", StringComparison.Ordinal))
                {
                    // The process is gone; what it had not committed too.
                }
                finally
                {
                    await slices.Store.ExecuteAsync("DROP TRIGGER dies");
                }
                if (!again) return;
            }
            await act();
        }

        /// <summary>What a person watching would write down: who has to hear now, and whether it may hold.</summary>
        private async Task NoteAsync(ChangeRequest before, PersonKey? by)
        {
            var after = await RequestAsync();
            foreach (var one in after.Events.Skip(before.Events.Count).Where(one => one.Kind is ChangeEventKind.Approved or ChangeEventKind.Recorded or ChangeEventKind.Rejected or ChangeEventKind.Expired
                or ChangeEventKind.Withdrawn or ChangeEventKind.Obsolete or ChangeEventKind.TakenBack).DistinctBy(one => (one.Kind, one.At)))
            {
                if (after.SentAt is null) continue;
                var cause = one.Kind is ChangeEventKind.Expired or ChangeEventKind.Obsolete ? null : by;
                _expected.AddRange(new[] { asker, Petra, isGone ? asker : Omar }.Distinct().Where(person => person != cause).Select(person => $"person:{person}"));
                _expected.Add($"channel:{Plant}");
                if (one.Kind is ChangeEventKind.Approved) Assert.True(MayHold(before, one, by!.Value), $"{zone}: {by} asked by {asker}");
            }
        }

        private bool MayHold(ChangeRequest before, ChangeEvent one, PersonKey by)
        {
            if (one.By != by) return false;
            var isAway = _awayUntil is { } last && PlantOf().Calendar.DayOf(slices.Now) <= last;
            // The sample plant lets people decide on what they asked for where nobody else could, marked so: the deputy while Miguel is away.
            if (by == asker) return one.Own && zone == Fence.Frozen && by == Dana && isAway;
            var isManagers = by == Miguel || (by == Dana && (isAway || asker == Miguel || before.Events.Any(event_ => event_.Kind is ChangeEventKind.GivenToDeputy or ChangeEventKind.HalfTime)));
            return zone switch
            {
                Fence.Frozen => isManagers,
                Fence.Firm => before.State == ChangeState.Tied && isManagers || by == Petra || by == Omar || by == Clara,
                Fence.Flexible => false,
            };
        }

        private async Task<ChangeRequest> RequestAsync() => (await slices.Store.Changes.FindAsync(Plant, _number, Stop))!;

        private static PlantProfile PlantOf() => new PlantProfiles(Microsoft.Extensions.Options.Options.Create(new PlantsOptions())).Default;
    }
}
