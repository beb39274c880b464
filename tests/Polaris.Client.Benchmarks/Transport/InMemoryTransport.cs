using System.Net;
using System.Net.Http.Headers;

namespace Polaris.Client.Benchmarks.Transport;

/// <summary>Takes the whole request and answers at once, or on another thread, as a network would.</summary>
/// <param name="answer">The body for a verb and a path.</param>
/// <param name="yields">Whether the caller's thread is given back before the answer comes.</param>
internal sealed class InMemoryTransport(Func<string, string, byte[]> answer, bool yields = false) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The handler of the network watches the token too, and the first watcher of a token costs the most.
        await using var watch = cancellationToken.UnsafeRegister(static _ => { }, null);
        if (yields)
            await Task.Yield();
        if (request.Content is { } body)
            await body.CopyToAsync(Stream.Null, cancellationToken);
        var content = new ByteArrayContent(answer(request.Method.Method, request.RequestUri!.AbsolutePath));
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = content };
    }
}
