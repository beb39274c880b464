using Polaris.Client.Http;

namespace Polaris.Client.Composition;

/// <summary>One login and the handlers that use it.</summary>
internal sealed record FolioSession(ITokenSource Tokens, HttpMessageHandler Chain);
