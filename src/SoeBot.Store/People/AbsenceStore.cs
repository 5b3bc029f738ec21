using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Reading;

namespace SoeBot.Store.People;

/// <summary>What came of entering an absence.</summary>
public enum EnterOutcome
{
    Entered,

    /// <summary>Saved before under the same id.</summary>
    AlreadyThere,

    /// <summary>The deputy is away on one of the days.</summary>
    DeputyAway,
}

/// <param name="Absences">As they stand, one for each plant; empty when the deputy is away.</param>
/// <param name="DeputyAway">The first such day.</param>
public sealed record EnterResult(EnterOutcome Outcome, IReadOnlyList<Absence> Absences, DateOnly? DeputyAway = null);

/// <summary>Who is away when, and who acts for whom.</summary>
public sealed class AbsenceStore
{
    private const string Staffed = """
        SELECT 'holder', role, person FROM roles WHERE plant = @plant
        UNION ALL SELECT 'deputy', role, person FROM role_deputies WHERE plant = @plant
        UNION ALL SELECT 'gone', '', person FROM departures WHERE plant = @plant
        UNION ALL SELECT 'away', '', '' WHERE EXISTS (SELECT 1 FROM absences WHERE plant = @plant AND CAST("until" AS text) >= @from)
        ORDER BY 1, 2, 3
        """;

    private readonly SoeDatabase _database;

    internal AbsenceStore(SoeDatabase database) => _database = database;

    /// <summary>Enters the same absence for one plant or several. An absence of the person that it overlaps ends the day before, or never begins.</summary>
    /// <param name="wanted">One for each plant: same person, days and deputy, ids of their own.</param>
    /// <param name="now">Instant of the entry.</param>
    /// <param name="effect">What it brings with it; asked for only when something was entered.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<EnterResult> EnterAsync(IReadOnlyList<NewAbsence> wanted, DateTimeOffset now, Func<IReadOnlyList<Absence>, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var ids = wanted.Select(one => one.Id).ToList();
            var known = await db.Absences.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
            if (known.Count > 0) return new EnterResult(EnterOutcome.AlreadyThere, known);
            var older = new List<(Absence Absence, NewAbsence By)>();
            foreach (var one in wanted)
            {
                var others = await db.Absences.AsTracking()
                    .Where(row => row.Plant == one.Plant && (row.Person == one.Person || row.Person == one.Deputy) && row.From <= one.Days.Last && one.Days.First <= row.Until).ToListAsync(cancellation);
                // Saved by somebody else since the look above.
                if (others.Where(row => ids.Contains(row.Id)).ToList() is { Count: > 0 } saved) return new EnterResult(EnterOutcome.AlreadyThere, saved);
                if (FirstAway(others.Where(row => row.Person == one.Deputy), one.Days) is { } away) return new EnterResult(EnterOutcome.DeputyAway, [], away);
                older.AddRange(others.Where(row => row.Person == one.Person && row.Overlaps(one.Days)).Select(row => (row, one)));
            }
            foreach (var (absence, by) in older) absence.End(by.Days.First);
            var entered = wanted.Select(one => Absence.Enter(one, now)).ToList();
            db.Absences.AddRange(entered);
            await EffectWriter.WriteAsync(db, effect(entered), cancellation);
            return new EnterResult(EnterOutcome.Entered, entered);
        }, cancellation);

    /// <summary>The person is back: everything of theirs that would still hold on that day or begin later within it ends, in all plants.</summary>
    /// <param name="person">Who is back.</param>
    /// <param name="back">First day there again.</param>
    /// <param name="effect">Gets what was ended; asked for only when something was.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IReadOnlyList<Absence>> EndAsync(PersonKey person, DateOnly back, Func<IReadOnlyList<Absence>, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync<IReadOnlyList<Absence>>(async db =>
        {
            var held = await db.Absences.AsTracking().Where(row => row.Person == person && row.From <= back && back <= row.Until).ToListAsync(cancellation);
            var ended = held.Where(row => row.End(back)).ToList();
            if (ended.Count > 0) await EffectWriter.WriteAsync(db, effect(ended), cancellation);
            return ended;
        }, cancellation);

    /// <summary>One absence by the id of its form, ended on that day; null when there is none. Ended before: nothing was written, the effect neither.</summary>
    public Task<Absence?> EndOneAsync(Guid id, DateOnly back, Func<Absence, Effect> effect, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var absence = await db.Absences.AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
            if (absence?.End(back) ?? false) await EffectWriter.WriteAsync(db, effect(absence), cancellation);
            return absence;
        }, cancellation);

    public Task<Absence?> FindAsync(Guid id, CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Absences.FirstOrDefaultAsync(row => row.Id == id, cancellation), cancellation);

    /// <summary>Those that hold on <paramref name="from"/> or later, by first day; ended ones whose days are over are not in it.</summary>
    public Task<IReadOnlyList<Absence>> FromAsync(PlantId plant, DateOnly from, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<Absence>>(async db => await HoldingAsync(db, plant, from, cancellation), cancellation);

    /// <summary>Everything that says who acts in a plant from a day on: roles, deputies, absences, who is gone.</summary>
    public Task<Staffing> StaffingAsync(PlantId plant, DateOnly from, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(StaffingAsync), plant, from), () => _database.ReadAsync(db => ReadStaffingAsync(db, plant, from, cancellation), cancellation));

    /// <summary>Asked with every reminder, and several times a minute by the calendar: on most days nobody is away, and then it is one command.</summary>
    internal static async Task<Staffing> ReadStaffingAsync(SoeDb db, PlantId plant, DateOnly from, CancellationToken cancellation)
    {
        var (holders, deputies, gone) = (new List<RoleHolder>(), new Dictionary<Role, PersonKey>(), new List<PersonKey>());
        var anyAway = await db.AskAsync(Staffed, [("plant", plant.Value), ("from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))], async row =>
        {
            var away = false;
            while (await row.ReadAsync(cancellation))
            {
                if (row.GetString(0) == "away")
                {
                    away = true;
                    continue;
                }
                var person = PersonKey.Parse(row.GetString(2))!.Value;
                if (row.GetString(0) == "gone") gone.Add(person);
                else if (row.GetString(0) == "deputy") deputies[Enum.Parse<Role>(row.GetString(1))] = person;
                else holders.Add(new(person, Enum.Parse<Role>(row.GetString(1))));
            }
            return away;
        }, cancellation);
        return new(holders, deputies, anyAway ? await HoldingAsync(db, plant, from, cancellation) : [], gone);
    }

    private static async Task<List<Absence>> HoldingAsync(SoeDb db, PlantId plant, DateOnly from, CancellationToken cancellation) =>
        [.. (await db.Absences.Where(row => row.Plant == plant && row.Until >= from).OrderBy(row => row.From).ThenBy(row => row.Id).ToListAsync(cancellation)).Where(row => row.HasDays && row.LastDay >= from)];

    private static DateOnly? FirstAway(IEnumerable<Absence> absences, DayRange days) =>
        absences.Where(row => row.Overlaps(days)).Select(row => (DateOnly?)(row.From < days.First ? days.First : row.From)).Min();
}
