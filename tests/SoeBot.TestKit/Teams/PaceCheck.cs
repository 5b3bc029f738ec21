namespace SoeBot.TestKit.Teams;

/// <summary>Whether the bot kept within the documented limits (protocol notes 5.8), by the service's own clock. Refused calls count too.</summary>
public static class PaceCheck
{
    private static readonly (int Most, TimeSpan Window)[] PerConversation =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    private static readonly (int Most, TimeSpan Window)[] PerTenant = [(30, TimeSpan.FromSeconds(1))];

    /// <param name="requests">All that the bot called.</param>
    /// <param name="times">So many times the limits are allowed.</param>
    public static IReadOnlyList<string> Breaches(IReadOnlyList<FakeRequest> requests, int times)
    {
        var counted = requests.Where(request => request.Method is "POST" or "PUT").ToList();
        return
        [
            .. counted.Where(request => request.Path.Contains("/activities", StringComparison.Ordinal)).GroupBy(Conversation)
                .SelectMany(place => PerConversation.SelectMany(limit => Breaches(place.Key, [.. place], limit, times))),
            .. PerTenant.SelectMany(limit => Breaches("the tenant", counted, limit, times)),
        ];
    }

    /// <summary>How near the bot came to a limit: the fullest of all windows of that length.</summary>
    public static int Fullest(IReadOnlyList<FakeRequest> requests, TimeSpan window)
    {
        var (fullest, from) = (0, 0);
        for (var to = 0; to < requests.Count; to++)
        {
            while (requests[to].At - requests[from].At >= window) from++;
            fullest = Math.Max(fullest, to - from + 1);
        }
        return fullest;
    }

    private static IEnumerable<string> Breaches(string where, List<FakeRequest> requests, (int Most, TimeSpan Window) limit, int times) =>
        Fullest(requests, limit.Window) is var fullest && fullest > limit.Most * times
            ? [$"{fullest} calls within {limit.Window.TotalSeconds:0} s to {where}, {limit.Most * times} are allowed."]
            : [];

    /// <summary>As the service counts: a thread of a channel is one conversation.</summary>
    private static string Conversation(FakeRequest request) => request.Path.Split('/')[3];
}
