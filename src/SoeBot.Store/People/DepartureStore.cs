using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Store.Database;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;

namespace SoeBot.Store.People;

/// <summary>What somebody who is gone left open, by name, or what of it was given on.</summary>
public sealed record LeftItems(IReadOnlyList<Decision> Decisions, IReadOnlyList<AtRiskOrder> Orders)
{
    public int Count => Decisions.Count + Orders.Count;
}

/// <summary>Who is gone from a plant, and what became of the open items: they fall to somebody else in the transaction that notes it.</summary>
public sealed class DepartureStore
{
    private readonly SoeDatabase _database;

    internal DepartureStore(SoeDatabase database) => _database = database;

    public Task<Departure?> FindAsync(PlantId plant, PersonKey person, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.Departures.FirstOrDefaultAsync(row => row.Plant == plant && row.Person == person, cancellation))?.ToDeparture(), cancellation);

    public Task<IReadOnlyList<Departure>> AllAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Departure>>(async db =>
            [.. (await db.Departures.Where(row => row.Plant == plant).OrderBy(row => row.At).ToListAsync(cancellation)).Select(row => row.ToDeparture())], cancellation);

    /// <summary>Notes that somebody is gone and lets everything open fall to the heir, with the effect. False when it was noted before; then nothing is written.</summary>
    /// <param name="departure">Without an heir the items stay where they are.</param>
    /// <param name="why">For the history of a decision, in words.</param>
    /// <param name="effect">What it brings with it, made when it is known what fell.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> DepartAsync(Departure departure, string why, Func<LeftItems, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Departures.AnyAsync(row => row.Plant == departure.Plant && row.Person == departure.Person, cancellation)) return false;
            db.Departures.Add(new() { Plant = departure.Plant, Person = departure.Person, Reason = departure.Reason, At = departure.At, Heir = departure.Heir });
            var open = await OpenAsync(db, departure.Plant, departure.Person, cancellation);
            if (departure.Heir is { } heir)
            {
                foreach (var decision in open.Decisions) Stamp(db, decision, decision.Inherit(heir, null, why, departure.At));
                foreach (var order in open.Orders) order.FallTo(heir, null, departure.At);
            }
            await EffectWriter.WriteAsync(db, effect(open), cancellation);
            return true;
        }, cancellation);

    /// <summary>Says whose the inherited items are now: those that the heir still has go to that person. Null when nothing is noted of the person.</summary>
    /// <param name="plant">Whose.</param>
    /// <param name="person">Who is gone.</param>
    /// <param name="to">The heir themselves: everything stays with them.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    /// <param name="why">For the history of a decision, in words.</param>
    /// <param name="effect">Asked for only when nobody had said it before.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The departure as it stands: settled by this press or by an earlier one.</returns>
    public Task<Departure?> SettleAsync(
        PlantId plant, PersonKey person, PersonKey to, PersonKey by, DateTimeOffset now, string why, Func<LeftItems, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await RowLocks.Turn(db.Departures.Where(one => one.Plant == plant && one.Person == person)).AsTracking().FirstOrDefaultAsync(cancellation);
            if (row is null || row.SettledBy is not null) return row?.ToDeparture();
            var left = Inherited(await OpenAsync(db, plant, row.Heir ?? person, cancellation), row.ToDeparture());
            foreach (var decision in left.Decisions) Stamp(db, decision, decision.GiveTo(to, by, why, now));
            foreach (var order in left.Orders) order.GiveTo(to, by, now);
            (row.SettledBy, row.GivenTo) = (by, to);
            await EffectWriter.WriteAsync(db, effect(left), cancellation);
            return row.ToDeparture();
        }, cancellation);

    /// <summary>The person is there again: asked to decide and reminded as before. What was given on stays there. False when nothing was noted.</summary>
    public Task<bool> ReturnAsync(PlantId plant, PersonKey person, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Departures.Where(row => row.Plant == plant && row.Person == person).ExecuteDeleteAsync(cancellation) == 0) return false;
            await EffectWriter.WriteAsync(db, effect, cancellation);
            return true;
        }, cancellation);

    /// <summary>Of what the person left, what <paramref name="owner"/> has now and is still open.</summary>
    public Task<LeftItems> ItemsAsync(Departure departure, PersonKey owner, CancellationToken cancellation) =>
        _database.ReadAsync(async db => Inherited(await OpenAsync(db, departure.Plant, owner, cancellation), departure), cancellation);

    /// <summary>Everybody whom the plant counts on: owners of open items, holders of roles, deputies.</summary>
    public Task<IReadOnlyList<PersonKey>> CountedOnAsync(PlantId plant, DateOnly today, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PersonKey>>(async db =>
        {
            var found = new HashSet<PersonKey>(await db.Roles.Where(row => row.Plant == plant).Select(row => row.Person).ToListAsync(cancellation));
            found.UnionWith(await db.RoleDeputies.Where(row => row.Plant == plant).Select(row => row.Person).ToListAsync(cancellation));
            found.UnionWith((await db.Decisions.Where(row => row.Plant == plant && DecisionStore.Open.Contains(row.Status)).Select(row => row.Owner).Distinct().ToListAsync(cancellation)).OfType<PersonKey>());
            found.UnionWith((await db.AtRiskOrders.Where(row => row.Plant == plant && row.IsListed && row.Owner != null).Select(row => row.Owner).Distinct().ToListAsync(cancellation)).OfType<PersonKey>());
            found.UnionWith((await db.Absences.Where(row => row.Plant == plant && row.Until >= today && row.Deputy != null).Select(row => row.Deputy).ToListAsync(cancellation)).OfType<PersonKey>());
            return [.. found.OrderBy(person => person.ToString(), StringComparer.Ordinal)];
        }, cancellation);

    private static LeftItems Inherited(LeftItems open, Departure departure) => departure.Heir is null ? open : new(
        [.. open.Decisions.Where(decision => decision.Events.Any(one => one.Kind == DecisionEventKind.Inherited && one.At == departure.At))],
        [.. open.Orders.Where(order => order.Events.Any(one => one.Kind == RiskEventKind.OwnerGone && one.Note == departure.Person.ToString() && one.At == departure.At))]);

    private static async Task<LeftItems> OpenAsync(SoeDb db, PlantId plant, PersonKey owner, CancellationToken cancellation) => new(
        await db.Decisions.AsTracking().Where(row => row.Plant == plant && row.Owner == owner && DecisionStore.Open.Contains(row.Status)).OrderBy(row => row.Due).ThenBy(row => row.Number).ToListAsync(cancellation),
        await db.AtRiskOrders.AsTracking().Where(row => row.Plant == plant && row.Owner == owner && (row.IsListed || row.Override == RiskOverride.On)).OrderBy(row => row.Order).ToListAsync(cancellation));

    private static void Stamp(SoeDb db, Decision decision, DecisionOutcome outcome)
    {
        if (outcome == DecisionOutcome.Changed) db.Entry(decision).Property(DecisionMapping.ChangedAt).CurrentValue = decision.Events[^1].At;
    }
}
