using System;
using System.CodeDom.Compiler;
using System.Diagnostics.CodeAnalysis;

namespace Refit;

/// <summary>The parameter is serialised as the body of the request.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class BodyAttribute : Attribute;
