using SoeBot.Domain.Changes;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.People;
using SoeBot.Store.Plants;

namespace SoeBot.Store.Reading;

/// <summary>The road to the tables for what must not write: it hands out queries and no context, so nothing can be added or saved.</summary>
internal sealed class ReadOnlyDatabase(SoeDatabase database)
{
    public Task<T> ReadAsync<T>(Func<ReadTables, Task<T>> read, CancellationToken cancellation) =>
        database.ReadAsync(db => read(new ReadTables(db.Decisions, db.Meetings, db.People, db.Roles, db.Changes, db.RoleDeputies, db.HandOvers, db.Notes)), cancellation);

    /// <inheritdoc cref="AbsenceStore.StaffingAsync"/>
    public Task<Staffing> StaffingAsync(PlantId plant, DateOnly from, CancellationToken cancellation) =>
        ReadOnce.OfAsync((nameof(AbsenceStore.StaffingAsync), plant, from), () => database.ReadAsync(db => AbsenceStore.ReadStaffingAsync(db, plant, from, cancellation), cancellation));
}

internal sealed record ReadTables(
    IQueryable<Decision> Decisions, IQueryable<Meeting> Meetings, IQueryable<PersonRow> People, IQueryable<RoleRow> Roles,
    IQueryable<ChangeRequest> Changes, IQueryable<RoleDeputyRow> RoleDeputies, IQueryable<ChangeHandOver> HandOvers, IQueryable<NoteRow> Notes);
