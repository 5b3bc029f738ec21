using System.Data.Common;
using SoeBot.Store;

namespace SoeBot.Check;

/// <summary>Whether the store can be reached and has the form of this version.</summary>
internal static class StoreCheck
{
    /// <returns>Whether it can be read.</returns>
    public static async Task<bool> RunAsync(StoreSchema schema, StoreOptions options, CheckSheet sheet, CancellationToken ct)
    {
        try
        {
            var state = await schema.LookAsync(ct);
            if (state.IsNewer) sheet.Fault("store", $"{options.Provider}: another, probably later version of SoeBot wrote it. Run that one, or restore a copy from before.");
            else if (!state.Exists) sheet.Good("store", $"{options.Provider}: not there yet, the first start makes it");
            else if (state.Pending > 0) sheet.Good("store", $"{options.Provider}: can be reached, {state.Pending} migration(s) to run, which the next start does");
            else sheet.Good("store", $"{options.Provider}: can be reached and is up to date");
            return state is { Exists: true, Pending: 0, IsNewer: false };
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException or IOException)
        {
            sheet.Fault("store", $"{options.Provider} cannot be used: {exception.GetBaseException().Message}");
            return false;
        }
    }
}
