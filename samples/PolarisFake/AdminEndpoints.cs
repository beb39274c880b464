using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace PolarisFake;

/// <summary>The administration of the fakes for tests, in JSON.</summary>
internal sealed class AdminEndpoints(Fakes fakes, string? certificate)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", Handle(_ => new JsonObject { ["status"] = "healthy" }));
        routes.MapPost("/reset", Handle(_ => Do(fakes.Reset)));
        routes.MapPost("/clock", Handle(body => Do(() => fakes.Clock.Advance(TimeSpan.FromSeconds(body["seconds"]!.GetValue<double>())))));
        if (certificate is not null)
        {
            routes.MapGet("/certificate", () => Results.Text(certificate, "application/x-pem-file"));
        }

        MapPolaris(routes.MapGroup("/polaris"));
        foreach (var name in new[] { "okapi", "eureka" })
        {
            MapFolio(routes.MapGroup("/" + name), () => fakes.Folio(name));
        }
    }

    private void MapPolaris(RouteGroupBuilder routes)
    {
        routes.MapGet("/journal", Handle(_ => List(fakes.Polaris.Journal, Describe)));
        routes.MapGet("/unexpected", Handle(_ => List(fakes.Polaris.UnexpectedRequests, Describe)));
        routes.MapGet("/counts", Handle(_ => new JsonObject
        {
            ["signIns"] = fakes.Polaris.SignIns,
            ["refusedSignIns"] = fakes.Polaris.RefusedSignIns,
            ["operations"] = fakes.Polaris.ExecutedOperations,
            ["locks"] = fakes.Polaris.Locks.Count,
        }));
        routes.MapGet("/records/{kind}", (string kind) => Answer(() => Records(kind)));
        routes.MapPost("/records/{kind}", async (string kind, HttpRequest request) =>
        {
            var record = await ReadAsync(request);
            return Answer(() => Do(() => fakes.Polaris.WithRecord(kind, record)));
        });
        routes.MapGet("/locks", Handle(_ => List(fakes.Polaris.Locks, Describe)));
        routes.MapPost("/locks", Handle(body => Do(() => fakes.Polaris.LockAs(
            body["user"]!.GetValue<string>(),
            body["workstation"]!.GetValue<int>(),
            (ObjectType)body["objectType"]!.GetValue<int>(),
            body["objectId"]!.GetValue<int>(),
            Seconds(body["seconds"])))));
        routes.MapDelete("/locks/{type:int}/{id:int}", (int type, int id) => Answer(() => Do(() => fakes.Polaris.ReleaseLock((ObjectType)type, id))));
        routes.MapPost("/revoke-tokens", Handle(_ => Do(fakes.Polaris.RevokeTokens)));
        routes.MapGet("/faults", Handle(_ => List(fakes.Polaris.Faults.Pending, fault => fault.ToString())));
        routes.MapDelete("/faults", Handle(_ => Do(fakes.Polaris.Faults.Stop)));
        routes.MapPost("/faults", Handle(body => Do(() => fakes.Polaris.Faults.Add(
            new FakeFault(Enum.Parse<FaultKind>(body["kind"]!.GetValue<string>(), ignoreCase: true))
            {
                Method = body["method"]?.GetValue<string>(),
                Path = body["path"]?.GetValue<string>(),
                Duration = Seconds(body["seconds"]),
            }))));
    }

    private static void MapFolio(RouteGroupBuilder routes, Func<FakeFolio> fake)
    {
        routes.MapGet("/journal", Handle(_ => List(fake().Journal, Describe)));
        routes.MapGet("/unexpected", Handle(_ => List(fake().UnexpectedRequests, Describe)));
        routes.MapGet("/counts", Handle(_ => new JsonObject
        {
            ["signIns"] = fake().SignIns,
            ["refusedSignIns"] = fake().RefusedSignIns,
            ["renewals"] = fake().Renewals,
        }));
        routes.MapPost("/revoke-tokens", Handle(_ => Do(fake().RevokeTokens)));
        routes.MapPost("/revoke-refresh-tokens", Handle(_ => Do(fake().RevokeRefreshTokens)));
        routes.MapPost("/in-use", Handle(body => Do(() => fake().Tenant(body["tenant"]!.GetValue<string>())
            .MarkInUse(Guid.Parse(body["id"]!.GetValue<string>()), body["table"]!.GetValue<string>()))));
        routes.MapDelete("/faults", Handle(_ => Do(fake().Faults.Clear)));
        routes.MapPost("/faults", Handle(body => Do(() => fake().Faults.Enqueue(
            FolioFault(body), body["method"]?.GetValue<string>(), body["path"]?.GetValue<string>(), body["times"]?.GetValue<int>() ?? 1))));
    }

    private static FakeFolioFault FolioFault(JsonObject body) => body["kind"]!.GetValue<string>() switch
    {
        "ConnectionReset" => FakeFolioFault.ConnectionReset(),
        "AnswerLost" => FakeFolioFault.AnswerLost(),
        "ServiceUnavailable" => FakeFolioFault.ServiceUnavailable(Seconds(body["seconds"])),
        "TooManyRequests" => FakeFolioFault.TooManyRequests(Seconds(body["seconds"])),
        "HtmlPage" => FakeFolioFault.HtmlPage(),
        "Unauthorized" => FakeFolioFault.Unauthorized(),
        "Delay" => FakeFolioFault.Delay(Seconds(body["seconds"]) ?? TimeSpan.FromSeconds(5)),
        "TruncatedBody" => FakeFolioFault.TruncatedBody(),
        "MissingCollection" => FakeFolioFault.MissingCollection(),
        "RecordWithoutId" => FakeFolioFault.RecordWithoutId(),
        "NoCookies" => FakeFolioFault.NoCookies(),
        var kind => throw new ArgumentException($"'{kind}' is not a fault."),
    };

    private JsonArray Records(string kind) => kind switch
    {
        "bibs" => List(fakes.Polaris.Bibs.Values, record => record.Json),
        "authorities" => List(fakes.Polaris.Authorities.Values, record => record.Json),
        "items" => List(fakes.Polaris.Items.Values, record => record.Json),
        "patrons" => List(fakes.Polaris.Patrons.Values, record => record.Json),
        "holds" => List(fakes.Polaris.Holds.Values, record => record.Json),
        "recordsets" => List(fakes.Polaris.RecordSets.Values, record => record.Json),
        _ => throw new ArgumentException($"'{kind}' is not a kind of record."),
    };

    private static JsonNode Describe(FakeExchange entry) => new JsonObject
    {
        ["time"] = Time(entry.Time),
        ["method"] = entry.Method,
        ["path"] = entry.Path,
        ["organization"] = entry.OrganizationId,
        ["workstation"] = entry.WorkstationId,
        ["user"] = entry.UserName,
        ["status"] = entry.StatusCode,
        ["reason"] = entry.Reason,
        ["fault"] = entry.Fault?.ToString(),
        ["request"] = (entry.Request?.Json ?? entry.Reply?.Json)?.DeepClone(),
        ["answer"] = entry.Answer?.Json.DeepClone(),
    };

    private static JsonNode Describe(FakeFolioExchange entry) => new JsonObject
    {
        ["time"] = Time(entry.Time),
        ["method"] = entry.Method,
        ["path"] = entry.Path,
        ["tenant"] = entry.Tenant,
        ["status"] = (int?)entry.Status,
        ["fault"] = entry.Fault,
        ["request"] = entry.RequestBody,
    };

    private static JsonNode Describe(UnexpectedRequest request) => new JsonObject
    {
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["reason"] = request.Reason,
        ["level"] = request.Level.ToString(),
    };

    private static JsonNode Describe(FakeLock held) => new JsonObject
    {
        ["objectType"] = (int)held.ObjectType,
        ["objectId"] = held.ObjectId,
        ["user"] = held.PolarisUserName,
        ["workstation"] = held.WorkstationId,
        ["since"] = Time(held.Since),
    };

    private static string Time(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    private static TimeSpan? Seconds(JsonNode? node) => node is null ? null : TimeSpan.FromSeconds(node.GetValue<double>());

    private static JsonArray List<T>(IEnumerable<T> entries, Func<T, JsonNode?> describe) => new([.. entries.Select(describe)]);

    private static JsonObject Do(Action action)
    {
        action();
        return new JsonObject { ["done"] = true };
    }

    private static RequestDelegate Handle(Func<JsonObject, JsonNode> answer) => async context =>
    {
        var body = await ReadAsync(context.Request);
        await Answer(() => answer(body)).ExecuteAsync(context);
    };

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Turns a body with a missing property or an unknown name into an error of the caller.</summary>
    private static IResult Answer(Func<JsonNode> answer)
    {
        try
        {
            return Results.Text(answer().ToJsonString(), "application/json");
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NullReferenceException or FormatException)
        {
            var problem = new JsonObject { ["error"] = error is NullReferenceException ? "A property is missing." : error.Message };
            return Results.Text(problem.ToJsonString(), "application/json", statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
