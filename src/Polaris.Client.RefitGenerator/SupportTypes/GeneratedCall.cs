using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Refit;

/// <summary>What all generated methods have in common, so that each of them stays a few lines.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
internal static class GeneratedCall
{
    /// <summary>PATCH, which netstandard2.0 has no constant for.</summary>
    public static readonly HttpMethod Patch = new("PATCH");

    private static readonly char[] LineBreaks = { '\r', '\n' };

    /// <summary>An explicit empty body: IIS answers 411 to a POST without a Content-Length.</summary>
    public static HttpContent EmptyContent() => new ByteArrayContent(Array.Empty<byte>());

    /// <summary>Adds a header, unless its value is null.</summary>
    public static void SetHeader(HttpRequestMessage request, string name, string? value, string parameterName)
    {
        if (value is null)
            return;
        if (value.IndexOfAny(LineBreaks) >= 0)
            throw new ArgumentException("A header value cannot contain a line break.", parameterName);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Hands a value to the message handlers, unless it is null.</summary>
    public static void SetProperty(RefitRequestMessage request, string key, object? value)
    {
        if (value is null)
            return;
        request.HasProperties = true;
#if NET5_0_OR_GREATER
        request.Options.Set(new HttpRequestOptionsKey<object?>(key), value);
#else
        request.Properties[key] = value;
#endif
    }

    /// <summary>Sends the request and reads nothing of the answer.</summary>
    public static async Task SendAsync(
        HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
            (await StartAsync(client, request, cancellationToken).ConfigureAwait(false)).Dispose();
    }

    /// <summary>Sends the request and gives the answer to the caller, who disposes it.</summary>
    public static async Task<HttpResponseMessage> SendForResponseAsync(
        HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
            return await StartAsync(client, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends the request and reads the answer; null is only an answer where the interface says so.</summary>
    public static async Task<T> SendAsync<T>(
        HttpClient client,
        HttpRequestMessage request,
        RefitSettings settings,
        bool nullIsAnAnswer,
        CancellationToken cancellationToken)
    {
        using (request)
        using (HttpResponseMessage response =
            await StartAsync(client, request, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                HttpContent body = response.Content ?? EmptyContent();
                T? answer = await settings.ContentSerializer
                    .FromHttpContentAsync<T>(body, cancellationToken).ConfigureAwait(false);
                return answer is not null || nullIsAnAnswer
                    ? answer!
                    : throw new InvalidOperationException("The body of the answer is the JSON value null.");
            }
            catch (Exception exception) when (!IsCancelledByCaller(exception, cancellationToken))
            {
                Exception? better = settings.DeserializationExceptionFactory is { } factory
                    ? await factory(response, exception).ConfigureAwait(false)
                    : null;
                if (better is null || ReferenceEquals(better, exception))
                    throw;
                throw better;
            }
        }
    }

    // The headers only: the body is read straight from the network by whoever wants it.
    private static Task<HttpResponseMessage> StartAsync(
        HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private static bool IsCancelledByCaller(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
