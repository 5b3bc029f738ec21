namespace SoeBot.Store;

public enum StoreProvider { Sqlite, PostgreSql }

/// <summary>The section <c>Store</c> of the settings.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>SQLite for one plant on one machine, PostgreSQL for the rest.</summary>
    public StoreProvider Provider { get; set; } = StoreProvider.Sqlite;

    /// <summary>In the words of the provider. The default is a file beside the process; its folder is made when it is missing.</summary>
    public string ConnectionString { get; set; } = "Data Source=soebot.db";
}
