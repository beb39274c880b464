using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Polaris.Client.Benchmarks.Transport;

/// <summary>The server of a child process: it gives away its address, answers, and ends when its input ends.</summary>
internal static class LoopbackServer
{
    public const int Records = 100_000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(AnswerAsync);
        await server.StartAsync();
        Console.WriteLine(server.Urls.Single() + "/");
        await Console.In.ReadToEndAsync();
        await server.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        await request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var body = request.Path == "/holdings-sources"
            ? await PageAsync(request, context.RequestAborted)
            : Answers.Of(request.Method, request.Path);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<byte[]> PageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(Latency, TimeProvider.System, cancellationToken);
        return HoldingsSources.Page(request.Query["query"].ToString(), Records);
    }
}
