using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;

namespace Refit;

/// <summary>A request that knows the route it was made from.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
internal sealed class RefitRequestMessage : HttpRequestMessage
{
    /// <summary>Makes the request for a whole address.</summary>
    public RefitRequestMessage(HttpMethod method, Uri address, string route)
        : base(method, address) => Route = route;

    /// <summary>The verb and the route with its placeholders, such as <c>GET /books/{id}</c>.</summary>
    public string Route { get; }

    /// <summary>Whether a value was handed to the message handlers; to look for one where there is none costs a dictionary.</summary>
    public bool HasProperties { get; set; }
}
