import type { Notice, NoticeVersion } from "./notice";

const v3: Notice = {
  version: "v3",
  language: "pt",
  since: "2025-03-01",
  title: "O que pode ser feito com os seus dados",
  intro: [
    "Nada disso acontece sem o seu sim. Cada escolha vale por si só, e separadamente para cada aplicativo da família.",
    "Se você fechar este aviso sem escolher, isso não é um sim: tudo fica como estava.",
  ],
  purposes: {
    relevant_ads: {
      title: "Anúncios relevantes",
      means:
        "Os temas pelos quais você mostra interesse ajudam a escolher os anúncios que você vê.",
    },
    known_companies: {
      title: "Empresas que você conhece",
      means:
        "Empresas com as quais você já tem relação podem mostrar anúncios a você, ou deixar você de fora porque já é cliente delas.",
    },
    product_metrics: {
      title: "Como o aplicativo é usado",
      means: "Contamos quantas vezes você abre o aplicativo.",
    },
    safety: {
      title: "Segurança",
      means: "Analisamos os seus sinais de interesse para encontrar spam e fraude.",
    },
    friend_suggestions: {
      title: "Sugestões de amizade",
      means: "Sugerimos pessoas que talvez você conheça, e podemos sugerir você a elas.",
    },
  },
  recipients: {
    messenger: { name: "O mensageiro", is: "o aplicativo de mensagens que você está usando." },
    social: { name: "A rede social", is: "a rede social da mesma empresa." },
    photos: { name: "O aplicativo de fotos", is: "o aplicativo de fotos da mesma empresa." },
  },
  promises: [
    "O serviço é o mesmo, seja qual for a sua escolha.",
    "Você pode mudar cada escolha a qualquer momento, ou parar tudo com um único botão, em “Seus dados”. Vale na hora.",
    "Se você disser não aos anúncios relevantes em todos os aplicativos, os temas anotados são apagados.",
    "As suas mensagens nunca são lidas para nada disso, e nenhum anunciante fica sabendo quem você é.",
  ],
};

const v4: Notice = {
  ...v3,
  version: "v4",
  since: "2026-09-01",
  intro: [
    ...v3.intro,
    "Novidade desta versão: “Como o aplicativo é usado” agora também conta quais partes de um aplicativo você abre. Sobre isso perguntamos de novo. O que você escolheu sobre todo o resto continua valendo.",
  ],
  purposes: {
    ...v3.purposes,
    product_metrics: {
      title: "Como o aplicativo é usado",
      means:
        "Contamos quantas vezes você abre o aplicativo e quais partes dele, para que possamos melhorá-lo.",
    },
  },
};

export const pt: Readonly<Record<NoticeVersion, Notice>> = { v3, v4 };
