using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The endpoints of FOLIO, and the steps of a request through the gateway. Called under the gate of the fake.</summary>
internal sealed class FolioServer
{
    private readonly FakeFolio _fake;
    private readonly FolioSignIn _signIn;

    /// <summary>The endpoints of the gateway itself; they need neither tenant nor token.</summary>
    private readonly RouteTable<FolioCall> _open = new()
    {
        { "GET", "_/version", _ => FolioAnswers.Text(200, "6.2.1") },
        { "GET", "_/proxy/health", _ => FolioAnswers.Json(200, new JsonArray()) },
        { "GET", "admin/health", _ => FolioAnswers.Text(200, "OK") },
    };

    private readonly RouteTable<FolioCall> _added = [];

    public FolioServer(FakeFolio fake)
    {
        _fake = fake;
        _signIn = new FolioSignIn(fake);
        if (fake.Options.Platform == FolioPlatform.Okapi)
        {
            Add("GET", "_/proxy/tenants/{tenant}/modules", _ => FolioAnswers.Json(200, new JsonArray(
                new JsonObject { ["id"] = "mod-login-7.12.0" },
                new JsonObject { ["id"] = fake.Options.Release == FolioRelease.V29 ? "mod-inventory-storage-29.0.23" : "mod-inventory-storage-30.0.0" })));
        }
    }

    public void Add(string method, string path, Func<FakeRequest, FakeResponse> handler) => _added.Add(method, path, handler);

    public FakeResponse Answer(FolioCall call)
    {
        try
        {
            FakeResponse response = Dispatch(call);
            return call.Header("Origin") is null ? response : response.With("Access-Control-Allow-Origin", "*");
        }
        catch (Refusal refusal)
        {
            return refusal.Response;
        }
    }

    private FakeResponse Dispatch(FolioCall call)
    {
        // A CORS preflight request has neither tenant nor token.
        if (call.IsPreflight)
        {
            return FakeResponse.Empty(204)
                .With("Access-Control-Allow-Methods", "PUT, PATCH, DELETE, GET, POST, OPTIONS, HEAD")
                .With("Access-Control-Allow-Headers", call.Header("Access-Control-Request-Headers") ?? "*");
        }

        if (CheckTransport(call) is { } refusal)
        {
            return refusal;
        }

        if (_open.Find(call) is { } open)
        {
            return open.Handler(call);
        }

        if ((call.Tenant ?? _fake.Gateway.TenantOf(call, _fake.Tokens)) is not { } tenantId)
        {
            return _fake.Gateway.NoTenant();
        }

        if (_fake.FindTenant(tenantId) is not { } tenant)
        {
            return tenantId == FolioGateway.SuperTenant ? _fake.Gateway.NoRoute(call) : _fake.Gateway.UnknownTenant(tenantId);
        }

        return call.IsSignIn && _added.Find(call) is null ? _signIn.Answer(call, tenant) : AnswerResource(call, tenant);
    }

    private FakeResponse? CheckTransport(FolioCall call)
    {
        if (call.Uri.PathAndQuery.Length > _fake.Options.MaxRequestTarget)
        {
            return FolioAnswers.Text(414, "<html><body><h1>414 Request-URI Too Large</h1></body></html>", "text/html");
        }

        if (!call.IsBelowGateway)
        {
            return FolioAnswers.Text(404, "<html><body><h1>404 Not Found</h1></body></html>", "text/html");
        }

        if (call.Body.Length > _fake.Options.MaxRequestBody)
        {
            return FolioAnswers.Text(413, "<html><body><h1>413 Request Entity Too Large</h1></body></html>", "text/html");
        }

        bool bodyOnGet = call.Method == "GET" && call.Body.Length > 0;
        return _fake.Gateway.TokenConflict(call.Tokens) ?? (bodyOnGet ? _fake.Gateway.BodyOnGet() : null);
    }

    private FakeResponse AnswerResource(FolioCall call, FakeFolioTenant tenant)
    {
        if (_added.Find(call) is { } added)
        {
            call.User = _signIn.Authorize(call, tenant, permission: null, out FakeResponse? notAllowed);
            return notAllowed ?? added.Handler(call);
        }

        if (tenant.Routes.Find(call) is not { } route)
        {
            return _fake.Gateway.NoRoute(call).Because(
                $"The fake has no route for this address; add one with {nameof(FakeFolio)}.{nameof(FakeFolio.On)}.");
        }

        foreach (string name in route.Undocumented(call))
        {
            call.Report($"The parameter '{name}' is not documented.", UnexpectedLevel.Remark);
        }

        return route.Handler(call);
    }

    /// <summary>The routes of the settings for human-readable IDs.</summary>
    public static void AddHridRoutes(RouteTable<FolioCall> routes, FakeFolioTenant tenant, FolioServer server)
    {
        const string path = "hrid-settings-storage/hrid-settings";
        const string permission = "inventory-storage.hrid-settings.item.";
        FolioHridSettings settings = new(tenant);
        routes.Add("GET", path, call => server.Allow(call, tenant, permission + "get") ?? settings.Get());
        routes.Add("PUT", path, call => server.Allow(call, tenant, permission + "put") ?? settings.Put(call.Text));
    }

    /// <summary>The route that sets all parts of a bound-with.</summary>
    public static void AddBoundWithRoute(RouteTable<FolioCall> routes, FakeFolioTenant tenant, FolioServer server) => routes.Add(
        "PUT", "inventory-storage/bound-withs", call => server.Allow(call, tenant, "inventory-storage.bound-withs.collection.put") ?? FolioBoundWiths.Put(tenant, call));

    /// <summary>The routes of a resource, and those of its batches.</summary>
    public static void AddRoutes(RouteTable<FolioCall> routes, FakeFolioTenant tenant, FakeFolioResource resource, FolioServer server)
    {
        Func<FolioCall, FakeResponse> With(string operation, Func<FolioCall, FolioRecords, FakeResponse> answer) =>
            call => server.Allow(call, tenant, resource.Shape.Permission(operation)) ?? answer(call, new FolioRecords(tenant, resource, call.User!));

        string path = resource.Shape.Path;
        string parameters = string.Join("&", ["query&offset&limit&totalRecords", .. resource.Shape.ListParameters]);
        routes.Add("GET", $"{path}?{parameters}", With("collection.get", (call, _) => FolioListing.Answer(call, resource)));
        if (resource.Shape.IsListOnly)
        {
            routes.Add("PATCH", path + "/{id}", With("item.patch", (call, records) => records.Rename(call["id"], call.Text)));
            return;
        }

        if (resource.Shape.DeletesByQuery)
        {
            routes.Add("DELETE", path + "?query", With("collection.delete", (call, records) => records.DeleteByQuery(call)));
        }

        routes.Add("POST", path, With("item.post", (call, records) => records.Create(call.Text)));
        routes.Add("GET", path + "/{id}", With("item.get", (call, records) => records.Get(call["id"])));
        routes.Add("PUT", path + "/{id}", With("item.put", (call, records) => records.Update(call["id"], call.Text)));
        routes.Add("DELETE", path + "/{id}", With("item.delete", (call, records) => records.Delete(call["id"])));
        if (resource.Shape.BatchPath is { } batch)
        {
            Func<FolioCall, FakeResponse> retrieve = With("retrieve.collection.post", (call, _) => FolioListing.Retrieve(call, resource));
            routes.Add("POST", path + "/retrieve", call => resource.Shape.RetrievesSinceV30 && resource.Release == FolioRelease.V29
                ? server._fake.Gateway.NoRoute(call)
                : retrieve(call));
            routes.Add("POST", batch + "?upsert", With(resource.Shape.BatchOperation, (call, records) => Batch(call, records, ignoresVersions: false)));
            routes.Add("POST", batch + "-unsafe?upsert", With("batch-unsafe.post", (call, records) => server._fake.Options.AllowIgnoringVersions
                ? Batch(call, records, ignoresVersions: true)
                : FolioAnswers.Text(
                    413, "DB_ALLOW_SUPPRESS_OPTIMISTIC_LOCKING environment variable doesn't allow to disable optimistic locking")));
        }

        FakeResponse Batch(FolioCall call, FolioRecords records, bool ignoresVersions) =>
            new FolioBatch(resource, records, ignoresVersions, server._fake.Options.MaxBatchSize).Answer(call);
    }

    private FakeResponse? Allow(FolioCall call, FakeFolioTenant tenant, string permission)
    {
        call.User = _signIn.Authorize(call, tenant, permission, out FakeResponse? refusal);
        return refusal ?? FolioMediaTypes.Check(call);
    }
}
