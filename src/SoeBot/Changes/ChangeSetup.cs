namespace SoeBot.Changes;

internal static class ChangeSetup
{
    /// <summary>The parts of the slice; the slice itself stands in the list of all.</summary>
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddSingleton<ChangeViews>().AddSingleton<ChangeCards>().AddSingleton<FindSubject>().AddSingleton<FileChange>().AddSingleton<DecideChange>()
        .AddSingleton<CompareChanges>().AddSingleton<ViolationCards>().AddSingleton<AnswerViolation>().AddSingleton<CheckQueue>().AddSingleton<CheckChange>().AddSingleton<ChangeCommands>().AddSingleton<ChangeOccurrences>().AddHostedService<CheckWorker>();
}
