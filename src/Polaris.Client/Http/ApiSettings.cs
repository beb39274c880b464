using System.Net;
using Refit;

namespace Polaris.Client.Http;

/// <summary>The settings that every Refit interface of this library is created with.</summary>
internal static class ApiSettings
{
    /// <summary>Creates the settings of the library's own interfaces, in which every method with a result requires a body.</summary>
    public static RefitSettings Create(ContentSerializer serializer)
    {
        var settings = CreateFor(serializer);
        settings.ExceptionFactory = RequireBody;
        return settings;
    }

    private static RefitSettings CreateFor(ContentSerializer serializer) => new(serializer)
    {
        RequestBodySerialization = RequestBodySerializationMode.Buffered,

        // The handlers judge statuses and lost connections; Refit would wrap their exceptions into its own.
        ExceptionFactory = static _ => default,
        TransportExceptionFactory = static (_, exception, _) => exception,
        DeserializationExceptionFactory = static (response, exception) => new(RequestFailures.Unreadable(response, exception)),
    };

    /// <summary>Makes Refit ask the serializer, which rejects an empty body. For 204 it would return null instead.</summary>
    private static ValueTask<Exception?> RequireBody(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            response.StatusCode = HttpStatusCode.OK;
        }

        return default;
    }
}
