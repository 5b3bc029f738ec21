using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace SoeBot.Store;

/// <summary>Refuses to start with a connection that cannot work; says which key and why.</summary>
internal sealed class StoreOptionsCheck : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
            return ValidateOptionsResult.Fail("Store:Provider is neither Sqlite nor PostgreSql.");
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
            return ValidateOptionsResult.Fail("Store:ConnectionString is empty.");
        try
        {
            return Missing(options) is { } key
                ? ValidateOptionsResult.Fail($"Store:ConnectionString has no {key}.")
                : ValidateOptionsResult.Success;
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The text may carry a password, so the provider's own sentence is shown and the string is not.
            return ValidateOptionsResult.Fail($"Store:ConnectionString is not one of {options.Provider}: {refused.Message}");
        }
    }

    private static string? Missing(StoreOptions options)
    {
        if (options.Provider == StoreProvider.Sqlite)
            return new SqliteConnectionStringBuilder(options.ConnectionString).DataSource is "" or ":memory:" ? "file as Data Source" : null;
        var postgres = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        return string.IsNullOrEmpty(postgres.Host) ? "Host" : string.IsNullOrEmpty(postgres.Database) ? "Database" : null;
    }
}
