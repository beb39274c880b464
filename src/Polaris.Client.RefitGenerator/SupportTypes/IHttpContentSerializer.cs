using System.CodeDom.Compiler;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace Refit;

/// <summary>Turns objects into bodies and bodies into objects.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0")]
internal interface IHttpContentSerializer
{
    /// <summary>Makes the body of a request.</summary>
    HttpContent ToHttpContent<T>(T item);

    /// <summary>Reads the body of an answer.</summary>
    Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default);

    /// <summary>The name on the wire of a property; only the Refit package asks for it, for forms.</summary>
    string? GetFieldNameForProperty(PropertyInfo propertyInfo);
}
