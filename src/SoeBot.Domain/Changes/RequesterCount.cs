using SoeBot.Domain.People;

namespace SoeBot.Domain.Changes;

/// <summary>The requests of one person in a window (R31), by when they were sent.</summary>
/// <param name="Decided">Approved, rejected or expired.</param>
/// <param name="Recorded">After the firm week: nobody has to approve them, so they are no part of the share.</param>
/// <param name="Afterwards">Of all asked, those done before they were asked for.</param>
public sealed record RequesterCount(PersonKey By, int Asked, int Approved, int Decided, int Waiting, int Recorded, int Afterwards)
{
    public const string Definition = "Share: approved of those approved, rejected or expired. Recorded, withdrawn and closed ones are no part of it.";

    /// <summary>0 to 1; null while nothing was decided.</summary>
    public decimal? Share => Decided == 0 ? null : (decimal)Approved / Decided;

    /// <summary>Who asked most first.</summary>
    public static IReadOnlyList<RequesterCount> Of(IEnumerable<ChangeRequest> requests, DateTimeOffset since) =>
    [
        .. from request in requests
           where request.SentAt >= since
           group request by request.By into its
           let approved = its.Count(one => one.State == ChangeState.Approved)
           orderby its.Count() descending, its.Key.ObjectId
           select new RequesterCount(
               its.Key, its.Count(), approved, approved + its.Count(one => one.State is ChangeState.Rejected or ChangeState.Expired), its.Count(one => one.Waits),
               its.Count(one => one.State == ChangeState.Recorded), its.Count(one => one.IsAfterwards)),
    ];
}
