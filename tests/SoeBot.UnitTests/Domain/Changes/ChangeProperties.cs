using CsCheck;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using Xunit;
using static SoeBot.UnitTests.Domain.Changes.GivenChange;

namespace SoeBot.UnitTests.Domain.Changes;

/// <summary>
/// Random presses, expiries, absences and imports: no path makes a change hold without the rights that its zone asks, none leaves it
/// without an end, and it ends once; a decision taken back was no end. That each end is told once is <see cref="Slices.ChangeTellingModel"/>. SOEBOT_CHANGES says how many sequences.
/// </summary>
public sealed class ChangeProperties
{
    private static readonly PersonKey[] People = [Sam, Miguel, Dana, Petra, Ravi, Clara, Guest];
    private static readonly int Sequences = int.TryParse(Environment.GetEnvironmentVariable("SOEBOT_CHANGES"), out var wanted) ? wanted : 2_000;

    private enum Act { Check, Send, Approve, Reject, Ask, Answer, Give, Agree, Object, NotConcerned, Withdraw, HalfTime, Expire, Ship, Arrive, Wait, ManagerLeaves, ManagerComes, AskerGetsARole, TakeBack, Urge, WaitShortly }

    private sealed record Step(Act Act, int Person, bool OldCard, bool WithWords, int Minutes);

    private static readonly Gen<Step> AnyStep =
        Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 6], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[1, 1500], (act, person, old, words, minutes) => new Step(act, person, old == 0, words > 0, minutes));

    [Fact]
    public void AnySequence_HoldsOnlyByRight_EndsOnce_AndAlwaysEnds() =>
        Gen.Select(Gen.Enum<Fence>(), Gen.Int[0, 5], Gen.Bool, Gen.Int[0, 6], AnyStep.Array[0, 25]).Sample(
            (zone, asker, afterwards, opening, steps) => Walk(zone, People[asker], afterwards, opening == 0 ? steps : [Of(Act.Check, asker), Of(Act.Send, asker), .. Opening(opening, asker), .. steps]), iter: Sequences);

    /// <summary>Where all functions have to say the same, or the asker says something that is not theirs to say.</summary>
    private static Step[] Opening(int opening, int asker) => opening switch
    {
        5 => [Of(Act.AskerGetsARole, asker), Of(Act.Agree, asker), Of(Act.Agree, 3), Of(Act.Agree, 5)],
        6 => [Of(Act.NotConcerned, 3), Of(Act.NotConcerned, 4), Of(Act.NotConcerned, 5)],
        _ => [],
    };

    /// <summary>By chance alone few would ever be sent.</summary>
    private static Step Of(Act act, int person) => new(act, person, OldCard: false, WithWords: true, Minutes: 0);

    private static void Walk(Fence zone, PersonKey asker, bool afterwards, Step[] steps)
    {
        var (now, away) = (Now, false);
        HashSet<Role> more = [];
        var request = ChangeRequest.Draft(new(new(Guid.Empty), new("sample"), Drafted().What, asker, HappenedAt: afterwards ? Now.AddHours(-2) : null), 7, now);
        var ends = 0;
        var seen = new List<ChangeEvent>(request.Events);
        // What a person who knows the rules would have kept on paper.
        var paper = new Paper(zone, asker);
        foreach (var step in steps)
        {
            var (before, version, wasOpen) = (request.State, request.Version, request.IsOpen);
            var by = People[step.Person];
            if (step.Act == Act.Wait) now += TimeSpan.FromMinutes(step.Minutes);
            if (step.Act == Act.WaitShortly) now += TimeSpan.FromMinutes(step.Minutes % 12);
            if (step.Act is Act.ManagerLeaves or Act.ManagerComes) away = step.Act == Act.ManagerLeaves;
            if (step.Act == Act.AskerGetsARole && request.Waits) more.Add(Role.Procurement);
            var outcome = Do(request, step, StandingOf(by, away, by == asker ? more : []), by, zone, now);
            if (outcome == ChangeOutcome.Changed) paper.Note(step, by, now, request);

            Assert.Equal(outcome == ChangeOutcome.Changed, request.Version != version);
            Assert.Equal(seen, request.Events.Take(seen.Count));
            seen = [.. request.Events];
            if (before != request.State && !request.IsOpen) ends++;
            if (!wasOpen && request.IsOpen)
            {
                Assert.True(paper.AllowsTakingBack(step, by, now), $"taken back by {by.ObjectId} in {zone}");
                Assert.Null(request.DecidedBy);
                paper.Reopen();
                ends--;
            }
            else if (!wasOpen) Assert.Equal(before, request.State);
            if (before != request.State && !request.IsOpen) paper.End(by, now);
            if (request.IsEffective && before != request.State) Assert.True(paper.Allows(step, by, away, now), $"{request.State} by {by.ObjectId} in {zone}");
        }
        // Left alone, time ends it.
        now = now.AddDays(30);
        if (request.Expire(ChangeRules.DraftsLive, now) == ChangeOutcome.Changed) ends++;
        Assert.False(request.IsOpen);
        Assert.Equal(1, ends);
        Assert.Equal(1 + request.TimesTakenBack, request.Events.Count(one => one.Kind is ChangeEventKind.Approved or ChangeEventKind.Recorded or ChangeEventKind.Rejected or ChangeEventKind.Expired or ChangeEventKind.Withdrawn or ChangeEventKind.Obsolete));
    }

    private static ChangeOutcome Do(ChangeRequest request, Step step, Standing standing, PersonKey by, Fence zone, DateTimeOffset now)
    {
        var (card, words) = (step.OldCard ? request.Version - 1 : request.Version, step.WithWords ? "words" : null);
        return step.Act switch
        {
            Act.Check => request.Check(Impact(zone), now),
            Act.Send => request.Send(by, Why with { Reason = step.WithWords ? ChangeReason.LineStop : null }, ChangeRules.Signing(ChangeRules.FirmFunctions, standing.Functions), standing.IsManager, now),
            Act.Approve => request.Approve(by, standing, words, card, now),
            Act.Reject => request.Reject(by, standing, words, card, now),
            Act.Ask => request.Question(by, standing, words, now),
            Act.Answer => request.Answer(by, words, now),
            Act.Give => request.GiveToDeputy(by, standing, now),
            Act.Agree => request.Sign(by, standing, Signature.Agrees, words, card, now),
            Act.Object => request.Sign(by, standing, Signature.Objects, words, card, now),
            Act.NotConcerned => request.Sign(by, standing, Signature.NotConcerned, words, card, now),
            Act.Withdraw => request.Withdraw(by, words, now),
            Act.HalfTime => request.PassHalfTime(now),
            Act.Expire => request.Expire(ChangeRules.DraftsLive, now),
            Act.Ship => request.Outlive("shipped", now),
            Act.TakeBack => request.TakeBack(by, standing, now),
            Act.Urge => request.Urge(by, now),
            Act.Arrive => request.Arrive(4, now),
            _ => ChangeOutcome.SameAsBefore,
        };
    }

    private static Standing StandingOf(PersonKey by, bool away, HashSet<Role> more) => new(by == Miguel, by == Dana, away, FunctionsOf(by).Union(more).ToHashSet());

    private static HashSet<Role> FunctionsOf(PersonKey by) =>
        by == Petra ? [Role.Planning] : by == Ravi ? [Role.Procurement] : by == Clara ? [Role.CustomerService] : by == Sam ? [Role.Sales] : [];

    /// <summary>The rules as R20 to R22 and product.md 5 say them, kept apart from the code they are held against.</summary>
    private sealed class Paper(Fence zone, PersonKey asker)
    {
        private readonly Dictionary<Role, Act> _signed = [];
        private DateTimeOffset? _sent, _ends, _decided;
        private PersonKey? _decider;
        private bool _given, _half, _bySignature, _arrived;

        public void Note(Step step, PersonKey by, DateTimeOffset now, ChangeRequest request)
        {
            if (step.Act == Act.Send) (_sent, _ends) = (now, request.IsAfterwards ? now.AddHours(24) : Slot);
            if (step.Act == Act.Arrive) _arrived = true;
            if (step.Act == Act.Give) _given |= by == Miguel;
            if (step.Act == Act.HalfTime) _half |= _sent + (_ends - _sent) / 2 <= now;
            if (step.Act is Act.Agree or Act.Object or Act.NotConcerned && by != asker)
                foreach (var role in FunctionsOf(by)) _signed[role] = step.Act;
            if (request.State == ChangeState.Approved && step.Act is Act.Agree or Act.NotConcerned) _bySignature = true;
        }

        public bool Allows(Step step, PersonKey by, bool away, DateTimeOffset now) => zone switch
        {
            Fence.Flexible => step.Act == Act.Send && by == asker,
            Fence.Frozen => step.Act == Act.Approve && now < _ends && ManagerOrDeputy(by, away),
            _ => now < _ends && (step.Act == Act.Agree || step.Act == Act.NotConcerned ? by != asker && AllSigned : step.Act == Act.Approve && Tied && ManagerOrDeputy(by, away)),
        };

        public void End(PersonKey by, DateTimeOffset now) => (_decided, _decider) = (now, by);

        public bool AllowsTakingBack(Step step, PersonKey by, DateTimeOffset now) => step.Act == Act.TakeBack && zone != Fence.Flexible && !_arrived
            && now < _decided + TimeSpan.FromMinutes(10) && now < _ends && (by == _decider || (by == Miguel && asker != Miguel && (_decider == Dana || _bySignature)));

        public void Reopen()
        {
            if (_bySignature)
                foreach (var role in FunctionsOf(_decider!.Value)) _signed.Remove(role);
            _bySignature = false;
        }

        private IEnumerable<Role> Needed => ChangeRules.FirmFunctions.Except(FunctionsOf(asker));
        private bool AllSigned => Needed.All(role => _signed.GetValueOrDefault(role) is Act.Agree or Act.NotConcerned) && _signed.ContainsValue(Act.Agree);
        private bool Tied => _signed.ContainsValue(Act.Object) || Needed.All(role => _signed.GetValueOrDefault(role) == Act.NotConcerned);
        private bool ManagerOrDeputy(PersonKey by, bool away) => by != asker && (by == Miguel || (by == Dana && (away || _given || _half || asker == Miguel)));
    }
}
