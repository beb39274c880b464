using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Threading.Tasks;

namespace Refit;

/// <summary>What the generated implementations need to know.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
internal sealed class RefitSettings(IHttpContentSerializer contentSerializer)
{
    /// <summary>Writes and reads the bodies.</summary>
    public IHttpContentSerializer ContentSerializer { get; } = contentSerializer;

    /// <summary>Makes the exception for an answer that cannot be read; null throws the original one.</summary>
    public Func<HttpResponseMessage, Exception, Task<Exception?>>? DeserializationExceptionFactory { get; set; }
}
