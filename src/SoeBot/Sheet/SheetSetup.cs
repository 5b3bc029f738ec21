namespace SoeBot.Sheet;

internal static class SheetSetup
{
    /// <summary>The parts of the slice; the slice itself stands in the list of all.</summary>
    public static IServiceCollection AddSheet(this IServiceCollection services) =>
        services.AddSingleton<ReadSheet>().AddSingleton<SheetLinks>().AddSingleton<SheetPages>().AddSingleton<SheetOccurrences>();
}
