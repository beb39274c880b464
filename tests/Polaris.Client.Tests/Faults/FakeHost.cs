using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Polaris.Client.Tests.Faults;

/// <summary>A fake behind a real web server on a free port of this machine.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    private WebApplication _server = null!;
    private HttpMessageInvoker _fake = null!;
    private int _open;
    private int _mostOpen;

    public Uri Address { get; private set; } = null!;

    /// <summary>How many connections were open at the same time at most.</summary>
    public int MostConnections => _mostOpen;

    public int OpenConnections => _open;

    public static async Task<FakeHost> StartAsync()
    {
        var host = new FakeHost();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, host.CountConnections));
        host._server = builder.Build();
        host._server.Run(host.AnswerAsync);
        await host._server.StartAsync();
        host.Address = new Uri(host._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return host;
    }

    /// <summary>Puts another server behind the same address, as after a restart: tokens and journal are gone.</summary>
    public void Serve(HttpMessageHandler fake) => _fake = new HttpMessageInvoker(fake);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _fake.Dispose();
    }

    private void CountConnections(ListenOptions options) => options.Use(next => async connection =>
    {
        var open = Interlocked.Increment(ref _open);
        _mostOpen = Math.Max(_mostOpen, open);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    });

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            using var request = ToMessage(context.Request);
            using var response = await _fake.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers)
            {
                context.Response.Headers[name] = values.ToArray();
            }

            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            context.Response.ContentLength = response.Content.Headers.ContentLength;
            await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            context.Abort();
        }
    }

    private static HttpRequestMessage ToMessage(HttpRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.GetEncodedUrl());
        if (request.ContentLength is { } length)
        {
            message.Content = new StreamContent(request.Body) { Headers = { ContentLength = length } };
        }

        foreach (var (name, values) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return message;
    }
}
