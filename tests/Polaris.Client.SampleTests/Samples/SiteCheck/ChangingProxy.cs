using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>
/// A reverse proxy as some sites have one: the old address redirects to the new one, responses are compressed, and a 401 gets a page of
/// the proxy's own.
/// </summary>
internal sealed class ChangingProxy : IAsyncDisposable
{
    private const string New = "/leap";
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });
    private readonly Uri _server;

    private ChangingProxy(WebApplication app, Uri server)
    {
        _app = app;
        _server = server;
    }

    /// <summary>The address that users know.</summary>
    public string OldAddress => _app.Urls.Single() + "/old/Polaris.ApplicationServices/";

    public string NewAddress => _app.Urls.Single() + New + "/Polaris.ApplicationServices/";

    /// <summary>The statuses whose bodies are replaced by a page.</summary>
    public IList<HttpStatusCode> Replaced { get; } = [HttpStatusCode.Unauthorized];

    public static async Task<ChangingProxy> StartAsync(string server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var proxy = new ChangingProxy(builder.Build(), new Uri(server));
        proxy._app.Run(proxy.AnswerAsync);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        context.Response.Headers.Via = "1.1 gateway.library.example";
        if (!path.StartsWith(New, StringComparison.Ordinal))
        {
            context.Response.Redirect(New + path["/old".Length..]);
            return;
        }

        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_server, path[New.Length..] + context.Request.QueryString));
        if (context.Request.Method != "GET")
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }

        foreach (var name in new[] { "Authorization", "Accept" })
        {
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToArray());
        }

        using var response = await _http.SendAsync(request, context.RequestAborted);
        var isReplaced = Replaced.Contains(response.StatusCode);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = isReplaced ? "text/html" : response.Content.Headers.ContentType?.ToString();
        context.Response.Headers.ContentEncoding = "gzip";
        await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        var body = isReplaced ? "<html><body>Our library</body></html>"u8.ToArray() : await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        await zip.WriteAsync(body, context.RequestAborted);
    }
}
