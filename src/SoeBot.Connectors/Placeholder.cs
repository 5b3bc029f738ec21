namespace SoeBot.Connectors;

internal static class Placeholder;
