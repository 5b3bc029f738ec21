using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Teams.Cards;

namespace SoeBot.Changes;

/// <summary>What the cards of one request are drawn from.</summary>
/// <param name="Deciders">Who is to press now; before it is sent, who would have to.</param>
/// <param name="Deputy">Of the plant manager; null when there is none or it is the asker.</param>
/// <param name="Planners">Who holds the role planning.</param>
/// <param name="Refresh">Who sees a view of their own.</param>
/// <param name="HasGuests">Somebody of another organisation is in the plant's team or meeting: shared cards leave out what people wrote.</param>
/// <param name="Note">What the one who pressed is told above the state; null when nothing.</param>
internal sealed record ChangeView(
    PlantProfile Plant, ChangeRequest Request, ChangeNames Names, IReadOnlyList<PersonKey> Deciders, PersonKey? Deputy, IReadOnlyList<PersonKey> Planners, DateTimeOffset Now, CardRefresh? Refresh = null,
    bool HasGuests = false, string? Note = null)
{
    /// <summary>To whom it is handed over and how far that is; empty while it does not hold.</summary>
    public IReadOnlyList<ChangeHandOver> HandOvers { get; init; } = [];

    /// <summary>The role that decides where one does.</summary>
    public Role Decider { get; init; } = Role.PlantManager;

    /// <summary>It would fall to a lower one but for its amount.</summary>
    public bool IsOverLimit { get; init; }

    public DateOnly Today => Plant.Calendar.DayOf(Now);

    /// <summary>A decision stands that can still be taken back.</summary>
    public bool CanBeTakenBack => Now < Request.UndoUntil && Request.ArrivedIn is null;
}
