namespace SoeBot.Store;

internal static class Placeholder;
