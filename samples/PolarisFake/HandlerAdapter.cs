using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace PolarisFake;

/// <summary>
/// Passes requests from a port to the in-process handler of a fake, and its responses back; broken connections are really broken.
/// </summary>
/// <param name="name">The name in the log.</param>
/// <param name="address">The address of the fake.</param>
/// <param name="handler">Returns the current handler of the fake.</param>
/// <param name="log">One line per request.</param>
internal sealed class HandlerAdapter(string name, Func<Uri> address, Func<HttpMessageHandler> handler, TextWriter log)
{
    private const string AllowedMethods = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
    private static readonly TimeSpan PatienceWithTheCaller = TimeSpan.FromSeconds(1);

    public async Task AnswerAsync(HttpContext context)
    {
        AllowBrowsers(context);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        try
        {
            using var invoker = new HttpMessageInvoker(handler(), disposeHandler: false);
            using var request = await ReadAsync(context);
            using var response = await invoker.SendAsync(request, context.RequestAborted);
            await WriteAsync(response, context);
            Log(context, $"{(int)response.StatusCode} {Reason(response)}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            Log(context, $"cut: {error.Message}");
            await CutAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log(context, "the caller gave up");
        }
    }

    private static void AllowBrowsers(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = context.Request.Headers.Origin is { Count: > 0 } origin ? origin : "*";
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlAllowMethods = AllowedMethods;
        headers.AccessControlAllowHeaders = context.Request.Headers.AccessControlRequestHeaders is { Count: > 0 } asked ? asked : "*";
        headers.AccessControlExposeHeaders = "X-Fake-Reason, Location, Retry-After";
    }

    private async Task<HttpRequestMessage> ReadAsync(HttpContext context)
    {
        var source = context.Request;
        var target = new Uri(address(), source.PathBase + source.Path.ToUriComponent() + source.QueryString.ToUriComponent());
        var request = new HttpRequestMessage(new HttpMethod(source.Method), target);
        if (source.ContentLength is not null || source.Headers.TransferEncoding.Count > 0)
        {
            using var body = new MemoryStream();
            await source.Body.CopyToAsync(body, context.RequestAborted);
            request.Content = new ByteArrayContent(body.ToArray());
        }

        foreach (var (header, values) in source.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(header, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(header, (IEnumerable<string?>)values);
            }
        }

        return request;
    }

    private static async Task WriteAsync(HttpResponseMessage response, HttpContext context)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        foreach (var (header, values) in response.Headers.Concat(response.Content.Headers))
        {
            context.Response.Headers[header] = values.ToArray();
        }

        // A truncated body is sent as far as it goes before the connection is broken.
        await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    /// <summary>Breaks the connection: with a reset before the response starts, otherwise after the bytes that were sent.</summary>
    private static async Task CutAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            // A reset would overtake the bytes that were sent: send them first, then end the stream.
            await context.Features.Get<IConnectionTransportFeature>()!.Transport.Output.CompleteAsync();
            await Task.Delay(PatienceWithTheCaller, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }

        context.Abort();
    }

    private static string Reason(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Fake-Reason", out var reasons) ? reasons.First() : "";

    private void Log(HttpContext context, string outcome) =>
        log.WriteLine($"{name} {context.Request.Method} {context.Request.Path} {outcome}".TrimEnd());
}
