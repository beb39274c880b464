using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Compatibility;
using Refit;

namespace Polaris.Client.Http;

/// <summary>Writes request bodies as JSON and reads answers straight from the network.</summary>
/// <param name="options">Knows every type through source-generated contexts.</param>
/// <param name="bodyTimeout">How long the whole body of an answer may take; infinite for no limit.</param>
/// <param name="timeProvider">Measures that time.</param>
internal sealed class JsonContentSerializer(
    JsonSerializerOptions options, TimeSpan bodyTimeout, TimeProvider timeProvider) : IHttpContentSerializer
{
    /// <summary>The bytes of a body that is read in a moment, once it is here.</summary>
    private const int ShortBody = 64 * 1024;

    // Shared by all requests: nothing behind this point changes it.
    private static readonly MediaTypeHeaderValue JsonMediaType = new("application/json");

    /// <summary>Serialises at once, so that the length is known and the request can be sent again.</summary>
    public HttpContent ToHttpContent<T>(T item)
    {
        if (item is null)
            throw new ArgumentNullException(nameof(item), "A request body cannot be null.");
        var content = new ByteArrayContent(RefitSeam.Serialize(item, options));
        content.Headers.ContentType = JsonMediaType;
        return content;
    }

    /// <summary>Reads the body without buffering it.</summary>
    /// <exception cref="JsonException">The body is empty or is not the JSON of a <typeparamref name="T"/>.</exception>
    /// <exception cref="TimeoutException">The body did not arrive in time.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var cancellation = new CancellationTokenSource();
        bool isShort = content.Headers.ContentLength <= ShortBody;
        using CancellationTokenRegistration givenUp = isShort ? default : cancellation.CancelWith(cancellationToken);
        try
        {
            var typeInfo = LastUsed<T>.TypeInfoOf(options);

            // Most answers are short and came with their headers: what is read at once needs neither clock nor way out.
            ValueTask<T?> reading = ReadAsync(typeInfo, content, cancellation.Token);
            if (reading.IsCompleted)
                return await reading.ConfigureAwait(false);

            using CancellationTokenSource limit = timeProvider.CancelAfter(bodyTimeout);
            using CancellationTokenRegistration late = cancellation.CancelWith(limit.Token);
            using CancellationTokenRegistration givenUpLate = isShort ? cancellation.CancelWith(cancellationToken) : default;
            return await reading.ConfigureAwait(false);
        }
        catch (JsonException exception) when (content.Headers.ContentLength == 0)
        {
            throw new JsonException("The answer has an empty body where JSON was expected.", exception);
        }
        catch (Exception exception) when (cancellation.IsCancellationRequested)
        {
            // What a stream throws when it is given up differs between platforms.
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"The body of the answer did not arrive within {bodyTimeout}.", exception);
        }
    }

    /// <summary>No name of its own: Refit asks for it for forms only, which this library does not send.</summary>
    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;

    private static async ValueTask<T?> ReadAsync<T>(
        JsonTypeInfo<T> typeInfo, HttpContent content, CancellationToken cancellationToken)
    {
#if NETSTANDARD2_0
        using Stream stream = await content.ReadAsStreamAsync().ConfigureAwait(false);

        // The streams of .NET Framework do not watch the token while they wait.
        using CancellationTokenRegistration abort =
            cancellationToken.Register(static state => ((Stream)state!).Dispose(), stream);
#else
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        return await JsonSerializer.DeserializeAsync(stream, typeInfo, cancellationToken).ConfigureAwait(false);
    }
}
