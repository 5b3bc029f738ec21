using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SoeBot.Teams.Auth;

/// <summary>The certificate file of <see cref="BotOptions.CertificatePath"/>, read anew each time so that a renewed file counts.</summary>
internal static class BotCertificate
{
    public static X509Certificate2 Load(BotOptions settings)
    {
        var storage = OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;
        var certificate = X509CertificateLoader.LoadPkcs12FromFile(settings.CertificatePath!, settings.CertificatePassword, storage);
        return certificate.HasPrivateKey ? certificate : throw new CryptographicException("it holds no private key");
    }

    /// <returns>Null when it can be used.</returns>
    public static string? Problem(BotOptions settings)
    {
        if (!File.Exists(settings.CertificatePath))
        {
            return $"Bot:CertificatePath is {settings.CertificatePath}, and there is no such file.";
        }

        try
        {
            using var certificate = Load(settings);
            return null;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"Bot:CertificatePath is {settings.CertificatePath}, which cannot be opened as a PFX file: {exception.Message.TrimEnd('.')}. "
                + "Is Bot:CertificatePassword right?";
        }
    }
}
