using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Changes;

/// <summary>A filled form: what <see cref="ChangeRequest.Draft"/> needs.</summary>
/// <param name="Text">The asker's own words; may be empty until it is sent.</param>
/// <param name="HappenedAt">Of an emergency that is filed afterwards: when it was done; null for a change that is still to come.</param>
public sealed record NewChange(
    ChangeId Id, PlantId Plant, ChangeWhat What, PersonKey By, ChangeReason? Reason = null, string Text = "", bool CustomerAsked = false, DateOnly? WantedBy = null, DateTimeOffset? HappenedAt = null);
