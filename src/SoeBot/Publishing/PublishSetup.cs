namespace SoeBot.Publishing;

internal static class PublishSetup
{
    /// <summary>The parts of the slice; the slice itself stands in the list of all.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services.AddSingleton<PublishCards>().AddSingleton<PublishWeek>().AddSingleton<PublishOccurrences>();
}
