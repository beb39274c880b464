using System.Net;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Cataloging;

/// <summary>What the clients that read records share.</summary>
internal static class RecordResponses
{
    /// <summary>Waits for a record; null if Polaris itself, and not a web server in front of it, reports that there is none.</summary>
    public static async Task<T?> OrNullAsync<T>(this Task<T> reading)
        where T : class
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (NotFoundException missing) when (PolarisAnswers.IsFromPolaris(missing))
        {
            return null;
        }
    }

    /// <summary>Waits for one MARC record that can be read without loss, because callers save what they have read.</summary>
    public static async Task<MarcRecord> AsMarcAsync(this Task<string?> reading, string route)
    {
        var json = await reading.ConfigureAwait(false);
        try
        {
            return MarcRecord.FromJson(json ?? "");
        }
        catch (MarcFormatException unreadable)
        {
            throw Unexpected(route, "is not one MARC record that can be read without loss", unreadable);
        }
    }

    public static InvalidResponseException Unexpected(string route, string what, Exception? innerException = null) => new(
        $"The response to {route} {what}. Check whether another program answers at this address.",
        new ApiFailure { StatusCode = HttpStatusCode.OK, Route = route },
        innerException);
}
