namespace SoeBot.Connectors.HandOver;

/// <summary>
/// Puts one message into an agreed folder: written beside under another name, flushed to the disk, then renamed. Whoever reads *.json
/// sees it whole or not at all.
/// </summary>
public static class FileDrop
{
    /// <summary>Of a file that is not whole yet. It begins with a point and does not end in .json.</summary>
    public const string Unfinished = ".part";

    /// <param name="folder">Full path; it must be there.</param>
    /// <param name="name">Ends in .json. A second time with the same name is a repeat, and the file of the first stays.</param>
    /// <param name="body">The whole of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Delivered> WriteAsync(string folder, string name, byte[] body, CancellationToken cancellation)
    {
        var whole = Path.Combine(folder, name);
        var part = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}{Unfinished}");
        try
        {
            if (File.Exists(whole)) return Delivered.Accepted;

            // Of a try that died in its middle.
            foreach (var left in Directory.EnumerateFiles(folder, $".{name}.*{Unfinished}")) File.Delete(left);
            await using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous }))
            {
                await file.WriteAsync(body, cancellation);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, whole, overwrite: false);
            return Delivered.Accepted;
        }
        catch (DirectoryNotFoundException)
        {
            return Delivered.NotNow("its folder is not there");
        }
        catch (UnauthorizedAccessException)
        {
            return Delivered.NotNow("I may not write to its folder");
        }
        catch (IOException) when (File.Exists(whole))
        {
            // Somebody who took this try up after us was quicker.
            return Delivered.Accepted;
        }
        catch (IOException)
        {
            return Delivered.NotNow("its folder cannot be written to");
        }
        finally
        {
            TryDelete(part);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The next try of this message takes it away.
        }
    }
}
